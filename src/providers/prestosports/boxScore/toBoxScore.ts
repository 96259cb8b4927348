import type {
  BoxScoreDocument,
  GameSituation,
  TotalsOfSide,
} from '../../../content/college/index.js'
import type { XmlElement } from '../../../sdk/index.js'
import type { Sides } from './toLineScore.js'

import { mapGiven, toDay, withoutAbsent } from '../../../sdk/index.js'
import { textValue, toIsoDay, toNumber } from '../values/values.js'
import { isClosed, isComplete, statusOf } from './parseBoxScore.js'
import { readSportStats } from './sports/readSportStats.js'
import { toLine, toLineScore, toSide } from './toLineScore.js'
import { toPlays } from './toPlays.js'
import { asSent, childOf, childrenOf } from './xml.js'

/** Both sides of a box score. */
export const toSides = (root: XmlElement): Sides =>
  Object.fromEntries(
    childrenOf(root, 'team').flatMap((team) => {
      const side = toSide(team.attributes.vh)
      return side ? [[side, team]] : []
    }),
  )

/** What a box score adds to its game. What it does not have yet is absent, and takes nothing back. */
export const toBoxScore = (root: XmlElement): BoxScoreDocument => {
  const sides = toSides(root)
  const venue = childOf(root, 'venue')
  const status = statusOf(root)
  return withoutAbsent({
    attendance: toAttendance(venue?.attributes.attend),
    awayLine: toLine(sides.away),
    boxScore: asSent({ element: root, without: ['batting', 'play', 'player'] }),
    boxScoreComplete: isComplete(root),
    clock: saidIn(status, 'clock'),
    duration: saidIn(venue, 'duration'),
    homeLine: toLine(sides.home),
    lineScore: toLineScore(sides),
    period: mapGiven({ map: toNumber, value: status?.attributes.period }),
    playedOn: mapGiven({ map: (day) => toDay(toIsoDay(day)), value: saidIn(venue, 'date') }),
    plays: toPlays(root),
    scheduledInnings: mapGiven({ map: toNumber, value: saidIn(venue, 'schedinn') }),
    situation: toSituation(root),
    totals: toTotals({ root, sides }),
    weather: saidIn(venue, 'weather'),
  })
}

/** An attribute that says something; an empty one is not filled in yet. */
const saidIn = (element: undefined | XmlElement, name: string): string | undefined =>
  textValue.parse(element?.attributes[name]) ?? undefined

/** 0 is what nobody has filled in. */
const toAttendance = (attend: string | undefined): number | undefined =>
  toNumber(attend?.replaceAll(',', '') ?? '') || undefined

type ToTotalsArgs = { root: XmlElement; sides: Sides }

const toTotals = ({ root: { name }, sides }: ToTotalsArgs): BoxScoreDocument['totals'] => {
  const read = (side: undefined | XmlElement): TotalsOfSide | undefined => {
    const totals = childOf(side, 'totals')
    return totals && readSportStats({ element: totals, root: name })
  }
  const away = read(sides.away)
  const home = read(sides.home)
  return away && home ? { away, home } : undefined
}

/** Who bats, pitches and stands on base. At the end nothing but `complete="Y"` is left of it. */
const toSituation = (root: XmlElement): GameSituation | null | undefined => {
  if (isClosed(root) === true) {
    return null
  }
  const { name } = root
  const attributes = statusOf(root)?.attributes
  if (name !== 'bsgame' || attributes?.inning === undefined) {
    return undefined
  }
  const side = toSide(attributes.vh)
  const number = (value: string | undefined): null | number => toNumber(value ?? '')
  const person = (value: string | undefined): null | string => textValue.parse(value) ?? null
  return {
    balls: number(attributes.b),
    batter: person(attributes.batter),
    first: person(attributes.first),
    half: side && (side === 'away' ? 'top' : 'bottom'),
    inning: number(attributes.inning),
    outs: number(attributes.outs),
    pitcher: person(attributes.pitcher),
    second: person(attributes.second),
    strikes: number(attributes.s),
    third: person(attributes.third),
  }
}
