import { describe, expect, it } from 'vitest'

import type { CollegeGameStatsDocument } from '../../../../content/college/index.js'
import type { StoredRecord } from '../../../../sdk/index.js'

import { reference } from '../../../../sdk/index.js'
import { parseBoxScore } from '../parseBoxScore.js'
import { lineSchema } from './Line.js'
import { toGameStats } from './toGameStats.js'
import { toLines } from './toLines.js'

type ReadArgs = {
  away?: string
  home?: string
  status?: string
  stored?: StoredRecord<CollegeGameStatsDocument>[]
}

const read = async ({
  away = '',
  home = '',
  status = '<status complete="N"/>',
  stored = [],
}: ReadArgs) => {
  const root = await parseBoxScore(
    `<bsgame><team vh="V">${away}</team><team vh="H">${home}</team>${status}</bsgame>`,
  )
  return toLines({ gameId: 'g1', root, stored, teams: { away: 't1', home: 't2' } }).map((line) => ({
    document: toGameStats(lineSchema.parse(line)),
    externalId: `g1:${line.key}`,
  }))
}

const ids = (lines: { externalId: string }[]) => lines.map(({ externalId }) => externalId)

describe('which line is whose', () => {
  it('should be told by side, number and name, also without an id of the player', async () => {
    const lines = await read({
      away: '<player name="A B" uni="30" gp="0"/><player name="A B" uni="37" gp="0"/>',
      home: '<player name="A B" uni="30" gp="1" playerId="p1"/>',
    })

    expect(ids(lines)).toEqual(['g1:away:30:A B', 'g1:away:37:A B', 'g1:home:30:A B'])
    expect(lines.map(({ document: { played, player } }) => [played, player])).toEqual([
      [false, undefined],
      [false, undefined],
      [
        true,
        reference({ externalId: 'p1', resource: 'players', stub: { name: 'A B', uniform: '30' } }),
      ],
    ])
  })

  it('should tell players of one number and name apart, and take one twice for one', async () => {
    const one = '<player name="A B" uni="" gp="1"><hitting ab="1"/></player>'
    const other = '<player name="A B" uni="" gp="1"><hitting ab="2"/></player>'

    expect(ids(await read({ home: one + one + other }))).toEqual([
      'g1:home:-:A B',
      'g1:home:-:A B:2',
    ])
  })

  it('should be one for each of 134 players, of whom three share side and name with another', async () => {
    const player = ({ name, uniform }: { name: string; uniform: number }) =>
      `<player name="${name}" uni="${uniform}" gp="0"/>`
    const squad = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `P ${index}`, uniform: index }))
    // The same names play on both sides, and three of one side wear a number of their own.
    const away = squad(66)
    const home = [...squad(65), ...[90, 91, 92].map((uniform) => ({ name: 'P 7', uniform }))]

    const lines = await read({
      away: away.map(player).join(''),
      home: home.map(player).join(''),
    })

    expect(new Set(ids(lines)).size).toBe(134)
    const sidesAndNames = lines.map(({ document: { name, side } }) => `${side} ${name}`)
    expect(new Set(sidesAndNames).size).toBe(131)
    const again = await read({
      away: away.map(player).join(''),
      home: home.toReversed().map(player).join(''),
      stored: lines,
    })
    expect(ids(again).toSorted()).toEqual(ids(lines).toSorted())
  })

  it('should stay with the id where two have one number and one name', async () => {
    const one = '<player name="A B" uni="7" gp="1" playerId="p1"/>'
    const other = '<player name="A B" uni="7" gp="1" playerId="p2"/>'
    const before = await read({ home: one + other })

    const after = await read({ home: other + one, stored: before })

    expect(ids(before)).toEqual(['g1:home:7:A B', 'g1:home:7:A B:2'])
    expect(ids(after)).toEqual(['g1:home:7:A B:2', 'g1:home:7:A B'])
  })

  it('should stay when an id arrives, or a name or number is corrected', async () => {
    const before = await read({
      away: '<player name="Demo Foxtort" uni="1" gp="1"/><player name="Cy Dune" uni="4" gp="1" playerId="p4"/>',
    })

    const after = await read({
      away: '<player name="Demo Foxtrot" uni="1" gp="1" playerId="p1"/><player name="C. Dune" uni="14" gp="1" playerId="p4"/>',
      stored: before,
    })

    expect(ids(after)).toEqual(ids(before))
    expect(after[0]!.document.name).toBe('Demo Foxtrot')
  })

  it('should be new for somebody else in the same shirt', async () => {
    const before = await read({ away: '<player name="Cy Dune" uni="4" gp="1" playerId="p4"/>' })

    const after = await read({
      away: '<player name="Bo Cliff" uni="4" gp="1" playerId="p5"/>',
      stored: before,
    })

    expect(ids(after)).toEqual(['g1:away:4:Bo Cliff'])
  })
})

describe('the numbers of a line', () => {
  const [pitcher, batter] = [
    '<player name="P" uni="1" gp="1" gs="1" spot="0" pos="p/rf" atpos="rf"><pitching appear="2" ip="0.1" bf="2" h="1" win="1-0"/></player>',
    '<player name="B" uni="2" gp="1" spot="3"><hitting ab="3" h="1" slg=".333"/></player>',
  ]

  it('should count innings in outs, and tell who won', async () => {
    const [{ document } = { document: undefined }] = await read({ home: pitcher })

    expect(document).toMatchObject({
      battingOrder: null,
      lastPosition: 'rf',
      pitching: {
        decision: 'win',
        hits: 1,
        inningsPitched: '0.1',
        order: 2,
        outs: 1,
        record: '1-0',
        walks: 0,
      },
      position: 'p/rf',
      started: true,
    })
    expect(document).not.toHaveProperty('batting')
  })

  it('should tell a save, and none of 0', async () => {
    const [saved, kept] = await read({
      home: [1, 0]
        .map(
          (save) =>
            `<player name="P ${save}" uni="1" gp="1"><pitching ip="1" save="${save}"/></player>`,
        )
        .join(''),
    })

    expect(saved!.document.pitching).toMatchObject({ decision: 'save', saves: 1 })
    expect(kept!.document.pitching).not.toHaveProperty('decision')
    expect(kept!.document.pitching).toMatchObject({ saves: 0 })
  })

  it('should be absent, and never 0, as long as they have not arrived', async () => {
    const [empty, bench] = await read({
      home: '<player name="X" uni="1" gp="1"><hitting/></player><player name="Y" uni="2" gp="0"/>',
    })

    for (const line of [empty, bench]) {
      for (const group of ['batting', 'pitching', 'fielding']) {
        expect(line!.document).not.toHaveProperty(group)
      }
    }
  })

  it('should be cleared for a pitcher put down by mistake, once all add up in the end', async () => {
    const totals = (bf: number) =>
      `<totals><hitting ab="3"/><pitching bf="${bf}" ip="0.1"/></totals>`
    const final = (bf: number) =>
      read({ home: totals(bf) + pitcher + batter, status: '<status complete="Y"/>' })

    const [, whole] = await final(2)
    const [, partial] = await final(40)
    const [, open] = await read({ home: totals(2) + pitcher + batter })

    expect(whole!.document.pitching).toMatchObject({ inningsPitched: null, outs: null })
    expect(partial!.document).not.toHaveProperty('pitching')
    expect(open!.document).not.toHaveProperty('pitching')
  })
})

describe('the lines of another sport', () => {
  const readOne = async (root: string, player: string) => {
    const box = await parseBoxScore(
      `<${root}><team vh="V"/><team vh="H">${player}</team><status complete="N"/></${root}>`,
    )
    const [line] = toLines({ gameId: 'g1', root: box, stored: [], teams: { home: 't2' } })
    return { document: toGameStats(lineSchema.parse(line)), key: line!.key }
  }

  it('should have the numbers of a player of basketball, and 0 where 0 was sent', async () => {
    const { document, key } = await readOne(
      'bbgame',
      '<player uni="23" name="Dune, Cy" checkname="DUNE,CY" gp="1" gs="1" playerId="p1">' +
        '<stats fgm="4" fga="9" fgm3="1" fga3="3" ftm="2" fta="2" tp="11" oreb="1" dreb="5"' +
        ' treb="6" ast="3" stl="0" blk="2" to="1" pf="4" tf="0" dq="0" min="31"/></player>',
    )

    expect(key).toBe('home:23:Dune, Cy')
    expect(document).toMatchObject({
      name: 'Dune, Cy',
      basketball: {
        assists: 3,
        blocks: 2,
        defensiveRebounds: 5,
        disqualifications: 0,
        fieldGoalsAttempted: 9,
        fieldGoalsMade: 4,
        freeThrowsAttempted: 2,
        freeThrowsMade: 2,
        minutes: 31,
        offensiveRebounds: 1,
        personalFouls: 4,
        points: 11,
        rebounds: 6,
        steals: 0,
        technicalFouls: 0,
        threePointersAttempted: 3,
        threePointersMade: 1,
        turnovers: 1,
      },
      played: true,
      started: true,
      team: reference({ externalId: 't2', resource: 'teams' }),
    })
  })

  it('should know whoever sat on the bench by what is said, and give no number', async () => {
    const { document, key } = await readOne(
      'bbgame',
      '<player uni="12" checkname="CLIFF,BO" gp="0" gs="0"/>',
    )

    expect(key).toBe('home:12:CLIFF,BO')
    expect(document).toMatchObject({ name: 'CLIFF,BO', played: false, started: false })
    expect(document).not.toHaveProperty('basketball')
  })

  it('should have the numbers of a goalkeeper of soccer, and keep those of each half', async () => {
    const { document } = await readOne(
      'sogame',
      '<player uni="1" name="Ann Fog" gp="1" gs="1" pos="gk"><shots g="0" a="1" sh="1" sog="0"/>' +
        '<penalty count="1" fouls="1" yellow="1" red="0" green="0"/><misc minutes="90" dsave="1"/>' +
        '<goalie minutes="88" ga="2" saves="5" sf="9"/><lineprd prd="1" shots="1" saves="3"/></player>',
    )

    expect(document).toMatchObject({
      position: 'gk',
      soccer: {
        assists: 1,
        defensiveSaves: 1,
        fouls: 1,
        goalkeeperMinutes: 88,
        goals: 0,
        goalsAgainst: 2,
        greenCards: 0,
        minutes: 90,
        penalties: 1,
        redCards: 0,
        saves: 5,
        shots: 1,
        shotsFaced: 9,
        shotsOnGoal: 0,
        yellowCards: 1,
      },
    })
    expect(JSON.stringify(document.line)).toContain('"prd":"1","shots":"1","saves":"3"')
  })
})
