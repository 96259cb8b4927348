import { afterEach, describe, expect, it } from 'vitest'

import type { ApiFootballOptions } from '../../src/providers/api-football/index.js'
import type { ApiFootballTest } from './recorded/createApiFootballTest.js'

import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { AWAY, HOME } from '../fixtures/api-football/createFixtureRow.js'
import { createClubsTest, NATIONAL } from './createClubsTest.js'

type SquadPlayer = { id: number; name: string; number?: null | number }

let test: ApiFootballTest

const open = async (options?: ApiFootballOptions): Promise<void> => {
  test = await createClubsTest({ options })
}

afterEach(async () => {
  await test.close()
})

/** What `/players/squads` answers, by team. */
const setSquads = (squads: Readonly<Record<number, readonly SquadPlayer[]>>): void => {
  test.server.setRoute('/players/squads', ({ query }) => {
    const players = (squads[Number(query.team)] ?? []).map((player) => ({
      age: 20,
      photo: `https://media.example.test/${player.id}.png`,
      position: 'Attacker',
      ...player,
    }))
    return createAnswer({ rows: [{ players, team: { id: Number(query.team), name: 'A club' } }] })
  })
}

const setDetails = (names: readonly { id: number; name: string }[]): void => {
  const rows = names.map(({ id, name }) => ({
    player: { id, name, birth: { date: '2010-02-03' }, height: '187 cm', weight: null },
    statistics: [],
  }))
  test.server.setRoute('/players', createAnswer({ rows }))
}

const syncPlayers = async () => {
  test.takeWrites()
  const { counts, status } = await test.sync({ resource: 'players' })
  return { counts, status, writes: test.takeWrites() }
}

/** The only player there is, with the external id of the team. */
const getPlayer = async () => {
  const [player, ...others] = await test.find('players')
  expect(others).toEqual([])
  const teams = await test.find('teams')
  const team = teams.find(({ id }) => id === player?.team)
  return { ...player, team: team?.externalId }
}

const findIssues = async () =>
  (await test.find('syncIssues')).map(({ details, kind, message, status }) => ({
    details,
    kind,
    message,
    status,
  }))

const quay = { id: 1, name: 'B. Quay' }

describe('a player in the squads of two clubs', () => {
  it('should stay with one of them, be written once, and be told as an issue', async () => {
    await open()
    setSquads({ [AWAY.id]: [{ ...quay, number: 21 }], [HOME.id]: [{ ...quay, number: 7 }] })

    expect(await syncPlayers()).toMatchObject({
      counts: { created: 1, unchanged: 1, updated: 0 },
      writes: ['players'],
    })
    for (let repeat = 0; repeat < 2; repeat += 1) {
      expect(await syncPlayers()).toEqual({
        counts: expect.objectContaining({ created: 0, unchanged: 2, updated: 0 }),
        status: 'completed',
        writes: [],
      })
    }

    expect(await getPlayer()).toMatchObject({ shirtNumber: 7, team: String(HOME.id) })
    expect(await findIssues()).toMatchObject([
      {
        details: { fields: ['team'], scopes: [`team:${HOME.id}`, `team:${AWAY.id}`] },
        kind: 'claim',
        message: expect.stringMatching(/Squad of Port Amber and Squad of Stone Vale both list it/),
        status: 'open',
      },
    ])
  })

  it('should stay with the club that had him first, until its squad does not list him', async () => {
    await open()
    setSquads({ [AWAY.id]: [{ ...quay, number: 21 }] })
    await syncPlayers()

    setSquads({ [AWAY.id]: [{ ...quay, number: 21 }], [HOME.id]: [{ ...quay, number: 7 }] })
    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2 }, writes: [] })
    expect(await getPlayer()).toMatchObject({ shirtNumber: 21, team: String(AWAY.id) })

    setSquads({ [HOME.id]: [{ ...quay, number: 7 }] })
    expect(await syncPlayers()).toMatchObject({ counts: { updated: 1 }, writes: ['players'] })
    expect(await getPlayer()).toMatchObject({ shirtNumber: 7, team: String(HOME.id) })
    expect(await findIssues()).toMatchObject([{ status: 'resolved' }])
    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 1 }, writes: [] })
  })

  it('should keep the club when no squad lists him any more', async () => {
    await open()
    setSquads({ [HOME.id]: [{ ...quay, number: 7 }] })
    await syncPlayers()

    setSquads({})
    expect(await syncPlayers()).toMatchObject({ counts: { updated: 0 }, writes: [] })
    expect(await getPlayer()).toMatchObject({ shirtNumber: 7, team: String(HOME.id) })
  })

  it('should let the squad of a country change nothing that his club says', async () => {
    await open()
    setSquads({
      [HOME.id]: [{ ...quay, number: 7 }],
      [NATIONAL.id]: [{ ...quay, name: 'Bruno Quay', number: 99 }],
    })
    await syncPlayers()

    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2 }, writes: [] })
    expect(await getPlayer()).toMatchObject({
      name: 'B. Quay',
      shirtNumber: 7,
      team: String(HOME.id),
    })
    expect(await findIssues()).toEqual([])
  })
})

describe('a player in a squad and in the list of a season', () => {
  it('should have the name of the season, the club of the squad, and steady values', async () => {
    await open({ playerDetails: true })
    setSquads({ [HOME.id]: [{ ...quay, number: 8 }] })
    setDetails([{ id: 1, name: 'Bruno Miguel Quay Vale' }])
    await syncPlayers()

    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 2, updated: 0 }, writes: [] })
    expect(await getPlayer()).toMatchObject({
      name: 'Bruno Miguel Quay Vale',
      height: 187,
      position: 'attacker',
      shirtNumber: 8,
      team: String(HOME.id),
    })
  })

  it('should follow each list in what it owns', async () => {
    await open({ playerDetails: true })
    setSquads({ [HOME.id]: [{ ...quay, number: 8 }] })
    setDetails([{ id: 1, name: 'Bruno Miguel Quay Vale' }])
    await syncPlayers()

    setSquads({ [HOME.id]: [{ ...quay, name: 'Bruno Q.', number: 9 }] })
    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 1, updated: 1 } })
    expect(await getPlayer()).toMatchObject({ name: 'Bruno Miguel Quay Vale', shirtNumber: 9 })

    setDetails([{ id: 1, name: 'Bruno Quay' }])
    expect(await syncPlayers()).toMatchObject({ counts: { unchanged: 1, updated: 1 } })
    expect(await getPlayer()).toMatchObject({ name: 'Bruno Quay', shirtNumber: 9 })
  })

  it('should keep the name when the list of the season has not come to him yet', async () => {
    await open({ playerDetails: true })
    setSquads({ [HOME.id]: [{ ...quay, number: 8 }] })
    setDetails([{ id: 1, name: 'Bruno Miguel Quay Vale' }])
    await syncPlayers()

    setDetails([])
    expect(await syncPlayers()).toMatchObject({ counts: { updated: 0 }, writes: [] })
    expect(await getPlayer()).toMatchObject({ name: 'Bruno Miguel Quay Vale' })
  })
})
