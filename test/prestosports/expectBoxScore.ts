import type { XmlElement } from '@rgrove/parse-xml'

import { parseXml } from '@rgrove/parse-xml'
import { expect } from 'vitest'

import type { StoredDocument } from './createPrestoTest.js'

/** Names of the kit by element and attribute, written down once more. */
const NAMES: Record<string, Record<string, string>> = {
  fielding: { a: 'assists', e: 'errors', indp: 'doublePlays', pb: 'passedBalls', po: 'putouts' },
  hitting: {
    ab: 'atBats',
    bb: 'walks',
    cs: 'caughtStealing',
    double: 'doubles',
    fly: 'flyOuts',
    gdp: 'groundedIntoDoublePlay',
    ground: 'groundOuts',
    h: 'hits',
    hbp: 'hitByPitch',
    hr: 'homeRuns',
    ibb: 'intentionalWalks',
    kl: 'strikeoutsLooking',
    obp: 'onBasePercentage',
    ops: 'onBasePlusSlugging',
    picked: 'pickedOff',
    r: 'runs',
    rbi: 'runsBattedIn',
    sb: 'stolenBases',
    sf: 'sacrificeFlies',
    sh: 'sacrificeHits',
    slg: 'sluggingPercentage',
    so: 'strikeouts',
    triple: 'triples',
  },
  pitching: {
    ab: 'atBats',
    bb: 'walks',
    bf: 'battersFaced',
    bk: 'balks',
    double: 'doubles',
    er: 'earnedRuns',
    h: 'hits',
    hbp: 'hitBatters',
    hr: 'homeRuns',
    ip: 'inningsPitched',
    pitches: 'pitches',
    r: 'runs',
    so: 'strikeouts',
    strikes: 'strikes',
    whip: 'walksAndHitsPerInning',
    wp: 'wildPitches',
  },
}

const GROUPS = { fielding: 'fielding', hitting: 'batting', pitching: 'pitching' } as const

const elementsOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && (name === undefined || (child as XmlElement).name === name),
  )

const toPlain = (element: XmlElement): unknown => {
  const inside = elementsOf(element)
  const names = [...new Set(inside.map(({ name }) => name))]
  return {
    ...element.attributes,
    ...(names.length > 0 && {
      elements: Object.fromEntries(
        names.map((name) => [name, elementsOf(element, name).map(toPlain)]),
      ),
    }),
  }
}

type Groups = Record<string, Record<string, unknown>>

/** Every number that has a field of its own stands in it. Returns how many were compared. */
const expectNumbers = (element: XmlElement, groups: Groups): number => {
  let count = 0
  for (const [name, names] of Object.entries(NAMES)) {
    const [found] = elementsOf(element, name)
    for (const [attribute, value] of Object.entries(found?.attributes ?? {})) {
      const field = names[attribute]
      if (field !== undefined) {
        const expected = field === 'inningsPitched' ? value : Number(value)
        expect(groups[GROUPS[name as keyof typeof GROUPS]]?.[field], `${name} ${attribute}`).toBe(
          expected,
        )
        count += 1
      }
    }
  }
  return count
}

type ExpectBoxScoreArgs = {
  game: StoredDocument
  gameId: string
  lines: StoredDocument[]
  xml: string
}

/** Everything of a box score is in the CMS, and equal. Returns how many numbers were compared. */
export const expectBoxScore = ({ game, gameId, lines, xml }: ExpectBoxScoreArgs): number => {
  const { root } = parseXml(xml)
  const byId = new Map(lines.map((line) => [line.externalId, line]))
  let count = 0
  let players = 0
  for (const team of elementsOf(root!, 'team')) {
    const side = team.attributes.vh === 'V' ? 'away' : 'home'
    const [linescore] = elementsOf(team, 'linescore')
    const [totals] = elementsOf(team, 'totals')
    const stored = (game.lineScore as Record<string, { periods: unknown; sent: unknown }>)[side]!
    expect(stored.sent).toEqual(toPlain(linescore!))
    expect(stored.periods).toEqual(
      elementsOf(linescore!, 'lineinn').map(({ attributes: { inn, score } }) => ({
        period: Number(inn),
        score: score === 'X' ? 'X' : Number(score),
      })),
    )
    const { errs, hits, lob, runs } = linescore!.attributes
    expect(game[`${side}Line`]).toEqual({
      errors: Number(errs),
      hits: Number(hits),
      leftOnBase: Number(lob),
      runs: Number(runs),
    })
    const sent = game.boxScore as {
      elements: { team: { elements: { totals: unknown[] }; vh: string }[] }
    }
    expect(sent.elements.team.find(({ vh }) => vh === team.attributes.vh)!.elements.totals).toEqual(
      [toPlain(totals!)],
    )
    count += expectNumbers(totals!, (game.totals as Record<string, Groups>)[side]!)

    for (const player of elementsOf(team, 'player')) {
      const { name, uni } = player.attributes
      const line = byId.get(`${gameId}:${side}:${uni}:${name}`)!
      expect(line, `${side} ${uni} ${name}`).toBeDefined()
      expect(line.line).toEqual(toPlain(player))
      expect(line).toMatchObject({ name, played: player.attributes.gp === '1', side, uniform: uni })
      count += expectNumbers(player, line as unknown as Groups)
      players += 1
    }
  }
  expect(lines).toHaveLength(players)
  return count
}
