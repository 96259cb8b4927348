import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { OptionsError } from '../../shared/errors/index.js'
import { sportmonks } from './index.js'

describe('sportmonks', () => {
  beforeEach(() => {
    vi.stubEnv('SPORTMONKS_API_TOKEN', undefined)
    vi.stubEnv('SPORTMONKS_BASE_URL', undefined)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('should list its resources so that each comes after those it points to', () => {
    expect([...sportmonks().resources.keys()]).toEqual([
      'countries',
      'leagues',
      'seasons',
      'teams',
      'players',
      'matches',
    ])
  })

  it('should name the missing token, the variable and the option', () => {
    const { http, problems } = sportmonks()

    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('SPORTMONKS_API_TOKEN')
    expect(problems[0]).toContain('apiToken')
    expect(http?.headers).toBeUndefined()
  })

  it('should send the bare token in a header and keep it secret', () => {
    vi.stubEnv('SPORTMONKS_API_TOKEN', 'invented-token')
    const { http, problems } = sportmonks()

    expect(problems).toEqual([])
    expect(http).toMatchObject({
      baseUrl: 'https://api.sportmonks.com/v3',
      headers: { Authorization: 'invented-token' },
      secrets: ['invented-token'],
    })
  })

  it('should refuse options that cannot work as soon as it is called', () => {
    expect(() => sportmonks({ daysBack: -1, leagues: [] })).toThrow(OptionsError)
  })

  it('should have matches in all three modes and the rest in full', () => {
    const modes = [...sportmonks().resources].map(([name, { scopes }]) => [
      name,
      Object.keys(scopes).toSorted(),
    ])

    expect(Object.fromEntries(modes)).toEqual({
      countries: ['full'],
      leagues: ['full'],
      matches: ['full', 'incremental', 'live'],
      players: ['full'],
      seasons: ['full'],
      teams: ['full'],
    })
  })
})
