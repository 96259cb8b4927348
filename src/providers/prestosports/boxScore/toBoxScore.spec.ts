import { describe, expect, it } from 'vitest'

import { isSyncError } from '../../../sdk/index.js'
import { parseBoxScore } from './parseBoxScore.js'
import { toBoxScore } from './toBoxScore.js'

const read = async (xml: string) => toBoxScore(await parseBoxScore(xml))

const side = (vh: 'H' | 'V', inside: string) => `<team vh="${vh}" name="${vh}">${inside}</team>`

describe('a box score of baseball', () => {
  const linescore = (scores: string[]) =>
    `<linescore line="${scores.join(',')}" runs="8" hits="10" errs="0" lob="3">${scores
      .map((score, index) => `<lineinn inn="${index + 1}" score="${score}"/>`)
      .join('')}</linescore>`

  it('should keep an inning in which the home team did not bat', async () => {
    const { homeLine, lineScore } = await read(
      `<bsgame>${side('V', linescore(['0', '1']))}${side('H', linescore(['8', 'X']))}</bsgame>`,
    )

    expect(lineScore?.home.periods).toEqual([
      { period: 1, score: 8 },
      { period: 2, score: 'X' },
    ])
    expect(homeLine).toEqual({ errors: 0, hits: 10, leftOnBase: 3, runs: 8 })
  })

  it('should count innings pitched in thirds', async () => {
    const totals = '<totals><pitching ip="5.2" bf="24" h="4"/></totals>'
    const { totals: found } = await read(
      `<bsgame>${side('V', totals)}${side('H', totals)}</bsgame>`,
    )

    expect(found?.away.pitching).toMatchObject({
      battersFaced: 24,
      inningsPitched: '5.2',
      outs: 17,
    })
  })

  it('should take what is left out of a line for 0, and of one that is not filled in for nothing', async () => {
    const { totals } = await read(
      `<bsgame>${side('V', '<totals><hitting ab="4" h="1"/></totals>')}${side('H', '<totals><hitting/><fielding e="1"/></totals>')}</bsgame>`,
    )

    expect(totals?.away.batting).toMatchObject({ atBats: 4, hits: 1, homeRuns: 0, walks: 0 })
    expect(totals?.home).toEqual({ fielding: { errors: 1 } })
  })

  it('should read the day and its words, and what nobody filled in as nothing', async () => {
    const box = await read(
      '<bsgame><venue date="3/7/2030" attend="0" duration="" weather="Rain &amp; wind" schedinn="9"/></bsgame>',
    )

    expect(box).toMatchObject({
      playedOn: '2030-03-07T12:00:00.000Z',
      scheduledInnings: 9,
      weather: 'Rain & wind',
    })
    expect(box).not.toHaveProperty('attendance')
    expect((await read('<bsgame><venue attend="1,234"/></bsgame>')).attendance).toBe(1234)
    expect(box).not.toHaveProperty('duration')
  })

  it('should tell what is going on, and nothing of it at the end', async () => {
    const live = await read(
      '<bsgame><status complete="N" inning="5" vh="V" outs="2" b="3" s="1" pitcher="Will C" batter="O&apos;Neil" first="" second="D C"/></bsgame>',
    )
    const final = await read('<bsgame><status complete="Y"/></bsgame>')

    expect(live).toMatchObject({
      boxScoreComplete: false,
      situation: {
        balls: 3,
        batter: "O'Neil",
        first: null,
        half: 'top',
        inning: 5,
        outs: 2,
        pitcher: 'Will C',
        second: 'D C',
        strikes: 1,
        third: null,
      },
    })
    // Its stats have not arrived: it is asked for again.
    expect(final).toMatchObject({ boxScoreComplete: false, situation: null })
  })

  it('should have no word of what has not arrived', async () => {
    const box = await read('<bsgame><status complete="N"/></bsgame>')

    for (const field of ['lineScore', 'plays', 'situation', 'totals']) {
      expect(box).not.toHaveProperty(field)
    }
    expect(box).toMatchObject({ awayLine: {}, homeLine: {} })
  })

  it('should list plays in order, each with who was in it', async () => {
    const { plays } = await read(
      '<bsgame><plays><inning number="7"><batting vh="H" id="T"><play seq="81" outs="2" batter="A B">' +
        '<batter name="A B" action="13"/><runner name="C D" base="1"/>' +
        '<narrative text="A B grounded out."/></play><innsummary r="0" h="0"/></batting></inning></plays></bsgame>',
    )

    expect(plays).toEqual([
      {
        details: [
          { name: 'A B', action: '13', is: 'batter' },
          { name: 'C D', base: '1', is: 'runner' },
        ],
        narrative: 'A B grounded out.',
        period: 7,
        sent: { batter: 'A B', is: 'play', outs: '2', seq: '81' },
        side: 'home',
      },
      { details: [], period: 7, sent: { h: '0', is: 'innsummary', r: '0' }, side: 'home' },
    ])
  })
})

describe('a box score of another sport', () => {
  it('should have the periods, totals and plays of basketball', async () => {
    const team = (vh: 'H' | 'V') =>
      side(
        vh,
        '<linescore line="20,25" score="45"><lineprd prd="1" score="20"/><lineprd prd="2" score="25"/></linescore>' +
          '<totals><stats fgm="17" fga="40" tp="45" treb="30"><special pts_bench="12"/></stats></totals>',
      )
    const box = await read(
      `<bbgame>${team('V')}${team('H')}<plays format="tokens"><period number="1"><summary vh="V"/>` +
        '<play vh="H" uni="3" checkname="DUNE,CY" action="GOOD" type="3PTR" time="19:40"/></period></plays>' +
        '<status complete="N" period="2" clock="04:10"/></bbgame>',
    )

    expect(box).toMatchObject({
      clock: '04:10',
      lineScore: {
        home: {
          periods: [
            { period: 1, score: 20 },
            { period: 2, score: 25 },
          ],
        },
      },
      period: 2,
      plays: [{ period: 1, sent: { type: '3PTR', action: 'GOOD', vh: 'H' }, side: 'home' }],
      totals: {
        away: {
          basketball: { fieldGoalsAttempted: 40, fieldGoalsMade: 17, points: 45, rebounds: 30 },
        },
      },
    })
    expect(JSON.stringify(box.boxScore)).toContain('"pts_bench":"12"')
  })

  it('should keep what is told between plays, and find plays inside anything', async () => {
    const { boxScore, plays } = await read(
      '<fbgame><plays><qtr number="2"><drive vh="V" yards="40"><play context="V,1,10"/></drive>' +
        '<special vh="V" yds="7"/></qtr></plays></fbgame>',
    )

    expect(plays).toMatchObject([{ period: 2, sent: { context: 'V,1,10' }, side: 'away' }])
    expect(JSON.stringify(boxScore)).toContain('"yards":"40"')
    expect(JSON.stringify(boxScore)).toContain('"yds":"7"')
    expect(JSON.stringify(boxScore)).not.toContain('V,1,10')
  })

  it('should have the numbers of soccer', async () => {
    const totals =
      '<totals><shots g="2" a="1" sh="9" sog="5"/><penalty count="3" yellow="2" red="0" fouls="11"/><goalie ga="1" saves="4"/></totals>'
    const { totals: found } = await read(
      `<sogame>${side('V', totals)}${side('H', totals)}</sogame>`,
    )

    expect(found?.home.soccer).toEqual({
      assists: 1,
      fouls: 11,
      goals: 2,
      goalsAgainst: 1,
      penalties: 3,
      redCards: 0,
      saves: 4,
      shots: 9,
      shotsOnGoal: 5,
      yellowCards: 2,
    })
  })

  it.each(['fbgame', 'lcgame', 'tngame'])('should keep all that %s says as JSON', async (root) => {
    const totals = '<totals><firstdowns no="21"/></totals>'
    const box = await read(
      `<${root}>${side('V', totals)}${side('H', totals)}<singles_matches x="1"/><status complete="Y"/></${root}>`,
    )

    expect(box).toMatchObject({ boxScoreComplete: true, totals: { away: {}, home: {} } })
    expect(JSON.stringify(box.boxScore)).toContain('"no":"21"')
    expect(JSON.stringify(box.boxScore)).toContain('singles_matches')
  })
})

describe('XML that must not be read', () => {
  it.each([
    ['an entity', '<bsgame a="&evil;"/>'],
    ['a document type', '<!DOCTYPE bsgame [<!ENTITY evil "x">]><bsgame/>'],
    ['half a document', '<bsgame><venue>'],
    ['another document', '<html><body/></html>'],
  ])('should refuse %s', async (_, xml) => {
    const error: unknown = await parseBoxScore(xml).catch((reason: unknown) => reason)

    expect(isSyncError(error, 'INVALID_ANSWER')).toBe(true)
  })
})
