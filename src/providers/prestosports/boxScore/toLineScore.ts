import type {
  BoxScoreDocument,
  GameLine,
  LineScorePeriod,
  LineScoreSide,
  Side,
} from '../../../content/college/index.js'
import type { XmlElement } from '../../../sdk/index.js'

import { toNumber } from '../values/values.js'
import { asSent, childOf, inOrder } from './xml.js'

/** Each side's part of a box score. */
export type Sides = Readonly<Partial<Record<Side, XmlElement>>>

/** `V` is the visitor, in every sport. */
export const toSide = (vh: string | undefined): null | Side =>
  vh === 'V' ? 'away' : vh === 'H' ? 'home' : null

/** The line score of both sides; `undefined` as long as one has none. */
export const toLineScore = (sides: Sides): BoxScoreDocument['lineScore'] => {
  const away = toSideScore(childOf(sides.away, 'linescore'))
  const home = toSideScore(childOf(sides.home, 'linescore'))
  return away && home ? { away, home } : undefined
}

const toSideScore = (element: undefined | XmlElement): LineScoreSide | undefined =>
  element && {
    periods: inOrder(element)
      .filter(({ name }) => name.startsWith('line'))
      .map(toPeriod),
    sent: asSent({ element }),
  }

/** `lineinn` has `inn`, `lineprd` has `prd`; without either they are in order. */
const toPeriod = ({ attributes }: XmlElement, index: number): LineScorePeriod => {
  const { inn, prd, score } = attributes
  return {
    period: toNumber(inn ?? prd ?? '') ?? index + 1,
    score: score?.trim().toUpperCase() === 'X' ? 'X' : toNumber(score ?? ''),
  }
}

/** Runs, hits and errors, where the line score has them; absent as long as it has not. */
export const toLine = (side: undefined | XmlElement): GameLine => {
  const attributes = childOf(side, 'linescore')?.attributes ?? {}
  return Object.fromEntries(
    Object.entries(LINE).flatMap(([attribute, name]) => {
      const number = toNumber(attributes[attribute] ?? '')
      return number === null ? [] : [[name, number]]
    }),
  )
}

/** What a side has scored: runs in baseball, `score` elsewhere. */
export const toFinalScore = (side: undefined | XmlElement): null | number => {
  const { runs, score } = childOf(side, 'linescore')?.attributes ?? {}
  return toNumber(runs ?? score ?? '')
}

const LINE = { errs: 'errors', hits: 'hits', lob: 'leftOnBase', runs: 'runs' } as const
