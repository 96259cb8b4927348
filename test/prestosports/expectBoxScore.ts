import type { XmlElement } from '@rgrove/parse-xml'

import { parseXml } from '@rgrove/parse-xml'
import { expect } from 'vitest'

import type { StoredDocument } from './createPrestoTest.js'

/** Names of the kit by element and attribute, written down once more. */
const NAMES: Record<string, Record<string, string>> = {
  fielding: {
    a: 'assists',
    ci: 'catcherInterference',
    csb: 'caughtStealing',
    e: 'errors',
    indp: 'doublePlays',
    intp: 'triplePlays',
    pb: 'passedBalls',
    po: 'putouts',
    sba: 'stolenBasesAllowed',
  },
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
    hitdp: 'hitIntoDoublePlay',
    hittp: 'hitIntoTriplePlay',
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
  hsitsummary: { lob: 'leftOnBase', rcherr: 'reachedOnError', rchfc: 'reachedOnFieldersChoice' },
  pitching: {
    ab: 'atBats',
    appear: 'order',
    bb: 'walks',
    bf: 'battersFaced',
    bk: 'balks',
    cg: 'completeGames',
    cia: 'catcherInterference',
    double: 'doubles',
    er: 'earnedRuns',
    fly: 'flyOuts',
    gdp: 'groundedIntoDoublePlay',
    ground: 'groundOuts',
    gs: 'gamesStarted',
    h: 'hits',
    hbp: 'hitBatters',
    hr: 'homeRuns',
    ibb: 'intentionalWalks',
    ip: 'inningsPitched',
    kl: 'strikeoutsLooking',
    picked: 'pickoffs',
    pitches: 'pitches',
    r: 'runs',
    save: 'saves',
    sfa: 'sacrificeFlies',
    sha: 'sacrificeHits',
    sho: 'shutouts',
    so: 'strikeouts',
    strikes: 'strikes',
    triple: 'triples',
    whip: 'walksAndHitsPerInning',
    wp: 'wildPitches',
  },
}

const GROUPS = {
  fielding: 'fielding',
  hitting: 'batting',
  hsitsummary: 'batting',
  pitching: 'pitching',
} as const

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

/** Innings in outs, and who won, which no attribute says in so many words. */
const expectPitching = (player: XmlElement, groups: Groups): void => {
  const [{ attributes } = { attributes: undefined }] = elementsOf(player, 'pitching')
  if (attributes) {
    const [innings = '', thirds = '0'] = attributes.ip!.split('.')
    const { loss, save, win } = attributes
    expect({ decision: null, record: null, ...groups.pitching }).toMatchObject({
      decision: win ? 'win' : loss ? 'loss' : Number(save ?? 0) > 0 ? 'save' : null,
      outs: 3 * Number(innings) + Number(thirds),
      record: win ?? loss ?? null,
    })
  }
}

/** What a player element says in its own attributes, an empty one being nothing. */
const toPlayer = ({ attributes: said }: XmlElement) => ({
  name: said.name,
  bats: said.bats || null,
  battingOrder: said.spot === '0' ? null : Number(said.spot),
  classYear: said.class || null,
  lastPosition: said.atpos || null,
  played: said.gp === '1',
  position: said.pos || null,
  started: said.gs === '1',
  substitution: said.sub === undefined ? null : Number(said.sub),
  throws: said.throws || null,
  uniform: said.uni,
})

/** Every play of every half-inning with all that it says, and the summary that ends each. */
const toPlays = (root: XmlElement) =>
  elementsOf(root, 'plays')
    .flatMap((plays) => elementsOf(plays, 'inning'))
    .flatMap((inning) =>
      elementsOf(inning, 'batting').flatMap((batting) =>
        elementsOf(batting).map((play) => {
          const inside = elementsOf(play)
          const [narrative] = inside.filter(({ name }) => name === 'narrative')
          return {
            ...(narrative && { narrative: narrative.attributes.text }),
            details: inside
              .filter((detail) => detail !== narrative)
              .map((detail) => ({ is: detail.name, ...(toPlain(detail) as object) })),
            period: Number(inning.attributes.number),
            sent: { is: play.name, ...play.attributes },
            side: batting.attributes.vh === 'V' ? 'away' : 'home',
          }
        }),
      ),
    )

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
      // What is absent before it is stored is null after.
      const said = { ...toPlayer(player), side }
      const nothing = Object.fromEntries(Object.keys(said).map((key) => [key, null]))
      expect({ ...nothing, ...line }).toMatchObject(said)
      count += expectNumbers(player, line as unknown as Groups)
      expectPitching(player, line as unknown as Groups)
      players += 1
    }
  }
  expect(lines).toHaveLength(players)
  const plays = toPlays(root!)
  expect(plays.length).toBeGreaterThan(0)
  expect(game.plays).toEqual(plays)
  return count
}
