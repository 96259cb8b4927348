import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ReplayTest } from './createReplayTest.js'

import { AWAY_ID, HOME_ID } from '../fixtures/sportmonks/createFixture.js'
import { createNone, createPage, createReplayTest, NATIONAL_ID } from './createReplayTest.js'

type Contract = { end?: null | string; jersey: number; name?: string; start?: null | string }

let test: ReplayTest

beforeEach(async () => {
  test = await createReplayTest()
})

afterEach(async () => {
  await test.close()
})

/** The contract of the only player with each of the teams. */
const setContracts = (contracts: Readonly<Record<number, Contract>>): void => {
  for (const teamId of [HOME_ID, AWAY_ID, NATIONAL_ID]) {
    const contract = contracts[teamId]
    const { name = 'Bruno Quay', end = null, jersey, start = null } = contract ?? { jersey: 0 }
    const row = {
      id: teamId * 10,
      end,
      jersey_number: jersey,
      player: { id: 77, name, display_name: name, position_id: 26 },
      player_id: 77,
      position_id: 26,
      start,
      team_id: teamId,
    }
    test.server.setRoute(
      `/football/squads/teams/${teamId}`,
      contract ? createPage([row]) : createNone(),
    )
  }
}

const syncPlayers = async () => {
  test.takeWrites()
  const { counts } = await test.sync({ resource: 'players' })
  return { counts, writes: test.takeWrites() }
}

const getPlayer = async () => {
  const [player] = await test.find('players')
  const teams = await test.find('teams')
  return { ...player, team: teams.find(({ id }) => id === player?.team)?.externalId }
}

describe('a player in the squads of two clubs', () => {
  it('should play where the contract began last', async () => {
    setContracts({
      [AWAY_ID]: { end: '2031-06-30', jersey: 21, start: '2031-01-15' },
      [HOME_ID]: { end: '2033-06-30', jersey: 7, start: '2028-07-01' },
    })
    await syncPlayers()

    expect(await getPlayer()).toMatchObject({ shirtNumber: 21, team: String(AWAY_ID) })
    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2, updated: 0 }, writes: [] })
    expect(await test.find('syncIssues')).toMatchObject([{ kind: 'claim', status: 'open' }])
  })

  it('should not play yet where the contract begins in summer, nor where it is over', async () => {
    setContracts({
      [AWAY_ID]: { jersey: 21, start: '2031-07-01' },
      [HOME_ID]: { jersey: 7, start: '2028-07-01' },
    })
    await syncPlayers()

    expect(await getPlayer()).toMatchObject({ shirtNumber: 7, team: String(HOME_ID) })
    expect(await test.find('syncIssues')).toEqual([])

    setContracts({
      [AWAY_ID]: { jersey: 21, start: '2030-07-01' },
      [HOME_ID]: { end: '2031-01-31', jersey: 7, start: '2030-08-01' },
    })
    expect(await syncPlayers()).toMatchObject({ counts: { updated: 1 } })
    expect(await getPlayer()).toMatchObject({ shirtNumber: 21, team: String(AWAY_ID) })
    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2 }, writes: [] })
  })

  it('should stay with one where no contract has a date, and be told as an issue', async () => {
    setContracts({ [AWAY_ID]: { jersey: 21 }, [HOME_ID]: { jersey: 7 } })
    await syncPlayers()

    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2 }, writes: [] })
    expect(await getPlayer()).toMatchObject({ shirtNumber: 7, team: String(HOME_ID) })
    expect(await test.find('syncIssues')).toMatchObject([
      {
        details: { fields: ['team'], scopes: [`team:${HOME_ID}`, `team:${AWAY_ID}`] },
        kind: 'claim',
        status: 'open',
      },
    ])
  })

  it('should be the player of his club, whatever the squad of a country calls him', async () => {
    setContracts({
      [HOME_ID]: { jersey: 7, start: '2028-07-01' },
      [NATIONAL_ID]: { name: 'B. Quay', jersey: 99, start: '2030-09-01' },
    })
    await syncPlayers()

    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2 }, writes: [] })
    expect(await getPlayer()).toMatchObject({ name: 'Bruno Quay', shirtNumber: 7 })
    expect(await test.find('syncIssues')).toEqual([])
  })
})
