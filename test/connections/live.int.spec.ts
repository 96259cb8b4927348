import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Account } from '../../dev/emulator/providers/prestosports/limits/createAccounts.js'
import type { EmulatedTest } from '../prestosports/createEmulatedTest.js'

import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createEmulatedTest } from '../prestosports/createEmulatedTest.js'
import { testSlugs } from '../project/testSlugs.js'

let test: EmulatedTest
let playing: Account
let resting: Account
/** Of the team that they play against. */
let rival: Account
const names = new Map<Account, string>()

const connect = async (person: Account): Promise<void> => {
  const { name } = (await test.payload.create({
    collection: testSlugs.syncConnections,
    data: {
      credentials: { password: person.password, username: person.username },
      label: person.username,
      provider: 'prestosports',
      settings: { team: person.teamIds[0]! },
    },
  })) as unknown as { name: string }
  names.set(person, name)
}

const switchTo = (active: boolean, person: Account) =>
  test.payload.update({
    collection: testSlugs.syncConnections,
    data: { active },
    where: { name: { equals: names.get(person) } },
  })

beforeAll(async () => {
  test = await createEmulatedTest({
    // A Monday, on which nobody plays but the first two teams.
    now: '2026-04-13T11:59:00Z',
    resources: ['teams', 'matches'],
    toConnections: () => ({}),
    world: { hasGameNow: true, teams: 8, weeksAhead: 0, weeksBack: 0 },
  })
  const people = [...test.emulator.prestosports.accounts.list.values()]
  ;[playing, rival, resting] = people as [Account, Account, Account]
  await connect(playing)
  await connect(resting)
  // The first look finds the schedules that every connection has.
  await tick({ payload: test.payload })
  test.moveTo(Date.parse('2026-04-13T12:00:01Z'))
  await tick({ payload: test.payload })
  await drainSync({ payload: test.payload })
  expect(await test.find('collegeGames')).not.toEqual([])
})

afterAll(() => test.close())

it('should ask nothing in the name of a connection of which no game is on', async () => {
  const before = new Map(resting.asked)
  test.takeRequests()
  test.moveTo(Date.parse('2026-04-13T12:02:01Z'))

  const { failed, quiet, runs } = await tick({ payload: test.payload })
  await drainSync({ payload: test.payload })

  expect({ failed, quiet }).toEqual({ failed: [], quiet: 0 })
  expect(runs.map(({ connection, mode }) => [connection, mode])).toEqual([
    [names.get(playing), 'live'],
  ])
  expect(test.takeRequests().filter((request) => request.includes('/events/'))).not.toEqual([])
  expect(new Map(resting.asked)).toEqual(before)
})

it('should ask nobody once that connection is switched off', async () => {
  await switchTo(false, playing)
  test.moveTo(Date.parse('2026-04-13T12:04:01Z'))

  const { quiet, runs } = await tick({ payload: test.payload })

  expect({ quiet, runs }).toEqual({ quiet: 1, runs: [] })
  expect(test.takeRequests()).toEqual([])
})

it('should keep a game that two coaches see once, and follow it for the one who is left', async () => {
  const before = await test.find('collegeGames')
  await switchTo(true, playing)
  await connect(rival)
  for (const person of [playing, rival]) {
    await startRun({
      connection: names.get(person),
      initiatedBy: null,
      mode: 'full',
      payload: test.payload,
      provider: 'prestosports',
      trigger: 'cli',
    })
  }
  await drainSync({ payload: test.payload })
  const { pool } = getAdapter(test.payload)
  const { rows } = await pool.query<{ seen_by: object }>(
    `select seen_by from sync_records where resource = 'matches'`,
  )
  const shared = rows.filter(({ seen_by: by }) => Object.keys(by).length > 1)
  const both = [names.get(playing), names.get(rival)].toSorted()
  expect(shared.map(({ seen_by: by }) => Object.keys(by).toSorted())).toContainEqual(both)
  const games = await test.find('collegeGames')
  expect(new Set(games.map(({ externalId }) => externalId)).size).toBe(games.length)
  const kept = before.map(({ id, externalId }) => expect.objectContaining({ id, externalId }))
  expect(games).toEqual(expect.arrayContaining(kept))

  await switchTo(false, playing)
  test.moveTo(Date.parse('2026-04-13T12:08:01Z'))
  const { runs } = await tick({ payload: test.payload })
  await drainSync({ payload: test.payload })

  expect(runs.map(({ connection, mode }) => [connection, mode])).toEqual([
    [names.get(rival), 'live'],
  ])
})
