import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Account } from '../../dev/emulator/providers/prestosports/limits/createAccounts.js'
import type { EmulatedTest } from '../prestosports/createEmulatedTest.js'

import { tick } from '../../src/sync/operations/schedules/tick.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createEmulatedTest } from '../prestosports/createEmulatedTest.js'
import { testSlugs } from '../project/testSlugs.js'

let test: EmulatedTest
let playing: Account
let resting: Account
const names = new Map<Account, string>()

beforeAll(async () => {
  test = await createEmulatedTest({
    // A Monday, on which nobody plays but the first two teams.
    now: '2026-04-13T11:59:00Z',
    resources: ['teams', 'matches'],
    toConnections: () => ({}),
    world: { hasGameNow: true, teams: 8, weeksAhead: 0, weeksBack: 0 },
  })
  const people = [...test.emulator.prestosports.accounts.list.values()]
  ;[playing, , resting] = people as [Account, Account, Account]
  for (const person of [playing, resting]) {
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
  await test.payload.update({
    collection: testSlugs.syncConnections,
    data: { active: false },
    where: { name: { equals: names.get(playing) } },
  })
  test.moveTo(Date.parse('2026-04-13T12:04:01Z'))

  const { quiet, runs } = await tick({ payload: test.payload })

  expect({ quiet, runs }).toEqual({ quiet: 1, runs: [] })
  expect(test.takeRequests()).toEqual([])
})
