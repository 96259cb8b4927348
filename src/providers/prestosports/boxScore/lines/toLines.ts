import type { CollegeGameStatsDocument, Side } from '../../../../content/college/index.js'
import type { StoredRecord, XmlElement } from '../../../../sdk/index.js'
import type { Line } from './Line.js'

import { referencedId } from '../../../../sdk/index.js'
import { toNumber } from '../../values/values.js'
import { isComplete } from '../parseBoxScore.js'
import { toSides } from '../toBoxScore.js'
import { asSent, childOf, childrenOf } from '../xml.js'
import { toKey, toPerson } from './toKey.js'

type ToLinesArgs = {
  gameId: string
  root: XmlElement
  /** Lines of this game that are stored. */
  stored: readonly StoredRecord<CollegeGameStatsDocument>[]
  /** Ids of the teams, by side. */
  teams: Readonly<Partial<Record<Side, string>>>
}

/**
 * Every player of a box score, the bench included. A line is known by side, number and name, because
 * most players have no id. One whose name or number was corrected keeps the line it had.
 */
export const toLines = ({ gameId, root, stored, teams }: ToLinesArgs): Line[] => {
  const found = Object.entries(toSides(root)).flatMap(([side, team]) => {
    const players = withoutRepeated(childrenOf(team, 'player'))
    const cleared = findCleared({ players, root, team })
    return players.map((player) => ({
      cleared: cleared.filter((group) => !childOf(player, ELEMENTS[group].name)),
      player,
      side: side as Side,
    }))
  })
  const keys = toKeys({ gameId, players: found, stored })
  return found.map(({ cleared, player, side }, index) => ({
    cleared,
    gameId,
    key: keys[index]!,
    player,
    root: root.name,
    side,
    teamId: teams[side],
  }))
}

/** Players without those that are there a second time, in every word. */
const withoutRepeated = (players: readonly XmlElement[]): XmlElement[] => {
  const seen = new Set<string>()
  return players.filter((player) => {
    const words = JSON.stringify(asSent({ element: player }))
    const isNew = !seen.has(words)
    seen.add(words)
    return isNew
  })
}

type Player = { player: XmlElement; side: Side }

type ToKeysArgs = { players: readonly Player[] } & Pick<ToLinesArgs, 'gameId' | 'stored'>

const toKeys = ({ gameId, players, stored }: ToKeysArgs): string[] => {
  const counts = new Map<string, number>()
  const own = players.map(({ player, side }) => {
    const key = toKey({ ...toPerson(player), side })
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    // Two players with one number and one name: the order of the list tells them apart.
    return count === 1 ? key : `${key}:${count}`
  })
  keepById({ gameId, keys: own, players, stored })
  const taken = new Set(own)
  const left = stored
    .map(({ document, externalId }) => ({ document, key: externalId.slice(gameId.length + 1) }))
    .filter(({ key }) => !taken.has(key))
  const known = new Set(stored.map(({ externalId }) => externalId.slice(gameId.length + 1)))
  return own.map((key, index) => {
    if (known.has(key)) {
      return key
    }
    const { player, side } = players[index]!
    const renamed = findRenamed({ left, player, side })
    left.splice(0, left.length, ...left.filter((one) => one !== renamed))
    return renamed?.key ?? key
  })
}

/**
 * Of players with one number and one name, whoever has an id keeps the line that has it, in whatever
 * order they are listed.
 */
const keepById = ({ gameId, keys, players, stored }: { keys: string[] } & ToKeysArgs): void => {
  const holders = new Map(
    stored.flatMap(({ document, externalId }) => {
      const id = referencedId(document.player)
      return id === undefined ? [] : [[id, externalId.slice(gameId.length + 1)] as const]
    }),
  )
  players.forEach(({ player, side }, index) => {
    const person = toPerson(player)
    const held = holders.get(person.playerId ?? '')
    const at = held === undefined ? -1 : keys.indexOf(held)
    if (
      at < 0 ||
      at === index ||
      toKey({ ...toPerson(players[at]!.player), side }) !== toKey({ ...person, side })
    ) {
      return
    }
    ;[keys[at], keys[index]] = [keys[index]!, keys[at]!]
  })
}

type Left = { document: CollegeGameStatsDocument; key: string }

/**
 * The stored line of a player that is not in the box score any more by this number and name: the
 * one with the same id, else the only one of the side with the same number or the same name.
 */
const findRenamed = ({
  left,
  player,
  side,
}: { left: readonly Left[] } & Player): Left | undefined => {
  const { name, playerId, uniform } = toPerson(player)
  const candidates = left.filter(({ document }) => document.side === side)
  const byId = candidates.filter(
    ({ document }) => playerId !== undefined && referencedId(document.player) === playerId,
  )
  const isAnotherPerson = ({ document }: Left): boolean => {
    const id = referencedId(document.player)
    return id !== undefined && playerId !== undefined && id !== playerId
  }
  const alike = candidates.filter(
    (one) =>
      !isAnotherPerson(one) &&
      ((uniform !== undefined && one.document.uniform === uniform) || one.document.name === name),
  )
  return byId[0] ?? (alike.length === 1 ? alike[0] : undefined)
}

/** An element of a player, and the number whose sum tells whether all players have theirs. */
const ELEMENTS = {
  batting: { name: 'hitting', sum: 'ab' },
  fielding: { name: 'fielding', sum: 'po' },
  pitching: { name: 'pitching', sum: 'bf' },
} as const

type FindClearedArgs = { players: readonly XmlElement[]; root: XmlElement; team: XmlElement }

/**
 * Groups that a player without them is known not to have: those whose players add up to the total
 * of their team, in a game that is over. A pitcher that was put down by mistake loses the line so;
 * stats that are not all there yet take nothing back.
 */
const findCleared = ({ players, root, team }: FindClearedArgs): Line['cleared'] => {
  if (root.name !== 'bsgame' || isComplete(root) !== true) {
    return []
  }
  const numberOf = (element: undefined | XmlElement, name: string, sum: string): null | number =>
    toNumber(childOf(element, name)?.attributes[sum] ?? '')
  return (Object.keys(ELEMENTS) as (keyof typeof ELEMENTS)[]).filter((group) => {
    const { name, sum } = ELEMENTS[group]
    const total = numberOf(childOf(team, 'totals'), name, sum)
    const parts = players.map((player) => numberOf(player, name, sum) ?? 0)
    return total !== null && total > 0 && total === parts.reduce((a, b) => a + b, 0)
  })
}
