import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Schedule } from '../../schedule/Schedule.js'
import type { StoredConnection } from '../../store/connections/StoredConnection.js'

import { defineProvider } from '../../../sdk/index.js'
import { listOwnConnections } from './listOwnConnections.js'

const http = { baseUrl: 'http://localhost' }
const provider = defineProvider({
  name: 'league',
  accounts: { credentials: z.object({ password: z.string() }), settings: z.object({}) },
  connect: () => http,
  resources: {},
})

const stored = (label: string, more: Partial<StoredConnection> = {}): StoredConnection => ({
  id: label,
  name: `own-${label}`,
  authFailures: 0,
  deactivatedReason: null,
  isActive: true,
  label,
  lastError: null,
  lastSuccessAt: null,
  owner: 1,
  provider: 'league',
  sealed: 'sealed and secret',
  settings: {},
  status: 'working',
  ...more,
})

const schedule = (nextSlotAt: string, more: Partial<Schedule> = {}): Schedule =>
  ({ connection: null, mode: 'full', nextSlotAt, provider: 'league', ...more }) as Schedule

const list = (rows: StoredConnection[], schedules: Schedule[] = []) =>
  listOwnConnections({ provider, schedules, sight: 'all', stored: rows })!

describe('the connections of people', () => {
  it('should be none of a provider that takes none', () => {
    const closed = defineProvider({ name: 'closed', http, resources: {} })

    expect(
      listOwnConnections({ provider: closed, schedules: [], sight: 'all', stored: [stored('a')] }),
    ).toBeUndefined()
  })

  it('should begin with those that need somebody, and hold no secret', () => {
    const found = list([
      stored('b'),
      stored('a'),
      stored('z', { deactivatedReason: 'No.', isActive: false, status: 'deactivated' }),
      stored('y', { lastError: 'Wrong.', status: 'refused' }),
      stored('x', { isActive: false, lastError: 'Old.', status: 'failing' }),
      stored('other', { provider: 'another' }),
    ])

    expect(found.map(({ label, problem }) => [label, problem])).toEqual([
      ['y', 'Wrong.'],
      ['z', 'No.'],
      ['a', null],
      ['b', null],
      ['x', 'Old.'],
    ])
    expect(JSON.stringify(found)).not.toContain('sealed')
  })

  it('should have the first slot of their own and of everybody’s schedules, and none when off', () => {
    const schedules = [
      schedule('2026-03-01T08:00:00Z'),
      schedule('2026-03-01T04:00:00Z', { connection: 'own-a' }),
      schedule('2026-03-01T03:00:00Z', { connection: 'own-b' }),
      schedule('2026-03-01T00:02:00Z', { mode: 'live' }),
      schedule('2026-03-01T00:01:00Z', { provider: 'another' }),
    ]

    expect(
      list([stored('a'), stored('c'), stored('d', { isActive: false })], schedules).map(
        ({ nextSlotAt }) => nextSlotAt,
      ),
    ).toEqual(['2026-03-01T04:00:00Z', '2026-03-01T08:00:00Z', undefined])
  })

  it('should be those that somebody may know of', () => {
    const rows = ['a', 'b'].map((label) => stored(label, { name: `stored--${label}` }))
    const see = (sight: Sight) =>
      listOwnConnections({ provider, schedules: [], sight, stored: rows })!.map(
        ({ label }) => label,
      )

    expect(see([])).toEqual([])
    expect(see(['stored--b'])).toEqual(['b'])
    expect(see('all')).toEqual(['a', 'b'])
  })
})
