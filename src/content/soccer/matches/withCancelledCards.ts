import type { MatchEvent } from '../documents/index.js'

import { isSamePerson } from '../spellings/isSamePerson.js'

/** Cards that a decision of the video referee may take back. */
const SENDING_OFF: readonly MatchEvent['type'][] = ['redCard', 'secondYellowCard']

/** A decision about a card whose player is not named comes within this time, in minutes. */
const SOON = 10

/**
 * Events in the order they happened, with the red cards marked that the video referee took back: of
 * each such decision the player's last one before. Where the decision names no player, it is the
 * only card of the team that was shown shortly before.
 */
export const withCancelledCards = (events: readonly MatchEvent[]): MatchEvent[] => {
  const cancelled = new Set<MatchEvent>()
  for (const [index, decision] of events.entries()) {
    if (decision.varDecision !== 'redCardCancelled') {
      continue
    }
    const cards = events.filter(
      (event, at) =>
        SENDING_OFF.includes(event.type) &&
        (event.team === decision.team || decision.team === null) &&
        !event.isCancelled &&
        !cancelled.has(event) &&
        (at < index || isSameTime(event, decision)),
    )
    const card = findCard({ cards, decision })
    if (card) {
      cancelled.add(card)
    }
  }
  return events.map((event) => (cancelled.has(event) ? { ...event, isCancelled: true } : event))
}

type FindCardArgs = { cards: readonly MatchEvent[]; decision: MatchEvent }

const findCard = ({ cards, decision }: FindCardArgs): MatchEvent | undefined => {
  const { player } = decision
  if (player !== undefined) {
    return cards.findLast((card) => card.player !== undefined && isSamePerson(card.player, player))
  }
  const recent = cards.filter((card) => minutesBetween(card, decision) <= SOON)
  return recent.length === 1 ? recent[0] : undefined
}

const isSameTime = (a: MatchEvent, b: MatchEvent): boolean =>
  a.minute === b.minute && a.extraMinute === b.extraMinute

const minuteOf = ({ extraMinute = 0, minute }: MatchEvent): number =>
  (minute ?? Number.NaN) + extraMinute

const minutesBetween = (a: MatchEvent, b: MatchEvent): number => Math.abs(minuteOf(b) - minuteOf(a))
