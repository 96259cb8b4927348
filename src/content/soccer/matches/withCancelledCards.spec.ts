import { describe, expect, it } from 'vitest'

import type { MatchEvent } from '../documents/index.js'

import { withCancelledCards } from './withCancelledCards.js'

const red = (minute: number, rest: Partial<MatchEvent> = {}): MatchEvent => ({
  type: 'redCard',
  minute,
  player: 'A. Reef',
  team: 'home',
  ...rest,
})

const decision = (minute: number, rest: Partial<MatchEvent> = {}): MatchEvent => ({
  ...red(minute),
  type: 'var',
  varDecision: 'redCardCancelled',
  ...rest,
})

/** Minutes of the cards that were taken back. */
const cancelledIn = (...events: MatchEvent[]) =>
  withCancelledCards(events).flatMap(({ isCancelled, minute }) => (isCancelled ? [minute] : []))

describe('withCancelledCards', () => {
  it('should mark the card that a decision is about, and no other', () => {
    expect(cancelledIn(red(55), decision(56))).toEqual([55])
    expect(cancelledIn(red(55, { player: 'Anna Reef' }), decision(56))).toEqual([55])
    expect(cancelledIn(red(55), decision(56), red(80))).toEqual([55])
    expect(cancelledIn(red(55), red(55, { player: 'B. Coral' }), decision(56))).toEqual([55])
    expect(cancelledIn(decision(55), red(55))).toEqual([55])
  })

  it('should leave cards alone that it is not about', () => {
    expect(cancelledIn(red(55, { player: 'B. Coral' }), decision(56))).toEqual([])
    expect(cancelledIn(red(55, { team: 'away' }), decision(56))).toEqual([])
    expect(cancelledIn(red(55, { type: 'yellowCard' }), decision(56))).toEqual([])
    expect(cancelledIn(red(55), decision(56, { varDecision: 'cardReviewed' }))).toEqual([])
    expect(cancelledIn(decision(50), red(55))).toEqual([])
  })

  it('should take the only card of the team where no player is named', () => {
    const unnamed = decision(56, { player: undefined })

    expect(cancelledIn(red(55), unnamed)).toEqual([55])
    expect(cancelledIn(red(30), unnamed)).toEqual([])
    expect(cancelledIn(red(54), red(55, { player: 'B. Coral' }), unnamed)).toEqual([])
  })
})
