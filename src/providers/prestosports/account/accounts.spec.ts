import { afterEach, describe, expect, it, vi } from 'vitest'

import type { HttpClient, JsonObject } from '../../../sdk/index.js'

import { isSyncError } from '../../../sdk/index.js'
import { prestosports } from '../index.js'
import { findTeams } from './findTeams.js'
import { readSettings } from './settings.js'

const TEAMS = [
  {
    season: { seasonId: 's1', seasonName: 'Baseball 2030' },
    seasonId: 's1',
    teamId: 't1',
    teamName: 'Owls',
  },
  {
    season: { seasonId: 's2', seasonName: 'Softball 2030' },
    teamId: 't2',
    teamName: 'Owls &amp; Co',
  },
]

const ANSWERS: Record<string, unknown[]> = {
  '/me/seasons': [{ seasonId: 's1', seasonName: 'Baseball 2030' }, { season: { seasonId: 's2' } }],
  '/me/teams': TEAMS,
}

const asked: string[] = []
const http = {
  get: (path: string) => {
    asked.push(path)
    return Promise.resolve({ data: ANSWERS[path] ?? {} })
  },
} as unknown as HttpClient
const { signal } = new AbortController()

afterEach(() => {
  asked.length = 0
  vi.unstubAllEnvs()
})

describe('what a coach enters', () => {
  const { choices, credentials, test } = prestosports().accounts!

  it('should be a season and a team of those that the account sees', async () => {
    expect(await choices.season!({ http, settings: {}, signal })).toEqual([
      { label: 'Baseball 2030', value: 's1' },
      { label: 's2', value: 's2' },
    ])
    expect(await choices.team!({ http, settings: {}, signal })).toEqual([
      { label: 'Owls · Baseball 2030', value: 't1' },
      { label: 'Owls & Co · Softball 2030', value: 't2' },
    ])
    expect(await choices.team!({ http, settings: { season: 's2' }, signal })).toEqual([
      { label: 'Owls & Co · Softball 2030', value: 't2' },
    ])
  })

  it('should be a name and a password', () => {
    expect(credentials.safeParse({ password: 'p', username: '' }).success).toBe(false)
    expect(credentials.safeParse({ password: 'p', username: 'u' }).success).toBe(true)
  })

  it('should be tested with its team, where there is one', async () => {
    await test!({ http, settings: { team: 't1' }, signal })
    await test!({ http, settings: {}, signal })

    expect(asked).toEqual(['/teams/t1', '/me/teams'])
  })
})

describe('the teams of a connection', () => {
  const find = (settings: JsonObject) =>
    findTeams({ http, signal, source: { settings: readSettings(settings) } })

  it('should be the one of its settings, without a request', async () => {
    expect(await find({ season: '', team: 't9' })).toEqual([{ name: 't9', teamId: 't9' }])
    expect(asked).toEqual([])
  })

  it('should be those of its season, or all that it sees', async () => {
    expect(await find({ season: 's2' })).toMatchObject([{ teamId: 't2' }])
    expect(await find({})).toMatchObject([{ teamId: 't1' }, { teamId: 't2' }])
  })

  it('should be refused when there is none, with the reason', async () => {
    const error: unknown = await find({ season: 'last-year' }).catch((reason: unknown) => reason)

    expect(isSyncError(error, 'ACCESS_DENIED')).toBe(true)
    expect(String(error)).toContain('A new year is a new season')
  })
})

describe('connections of the config', () => {
  it('should be none without variables, and one with them', () => {
    vi.stubEnv('PRESTOSPORTS_USERNAME', '')
    expect([...prestosports().connections.keys()]).toEqual([])

    vi.stubEnv('PRESTOSPORTS_USERNAME', 'coach')
    const connection = prestosports().connections.get('default')
    expect(connection?.problems).toHaveLength(1)
    expect(connection?.problems[0]).toContain('password')
  })

  it('should share one request a second, however many they are', () => {
    const { connect, connections } = prestosports({
      connections: { a: { credentials: { password: 'p', username: 'u' } } },
    })

    expect(connect!(connections.get('a')!).quotas).toEqual([
      { name: 'requests', limit: 1, per: 'provider', windowMs: 1000 },
    ])
  })
})
