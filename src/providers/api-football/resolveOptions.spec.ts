import { describe, expect, it } from 'vitest'

import type { ApiFootballOptions } from './ApiFootballOptions.js'

import { OptionsError } from '../../shared/errors/index.js'
import { resolveOptions } from './resolveOptions.js'

const problemsOf = (options: unknown, environment: Record<string, string> = {}): string[] => {
  try {
    resolveOptions({ environment, options: options as ApiFootballOptions })
  } catch (error) {
    if (error instanceof OptionsError) {
      return error.problems
    }
    throw error
  }
  return []
}

describe('resolveOptions', () => {
  it('should have a default for everything but the key', () => {
    expect(resolveOptions({ environment: {}, options: {} })).toEqual({
      apiKey: undefined,
      baseUrl: 'https://v3.football.api-sports.io',
      daysAhead: 14,
      daysBack: 3,
      leagues: undefined,
      playerDetails: false,
      seasons: 'current',
    })
  })

  it.each([
    { environment: { SPORTS_PROVIDER_API_KEY: ' general\n' }, key: 'general' },
    { environment: { API_FOOTBALL_KEY: 'own' }, key: 'own' },
    { environment: { API_FOOTBALL_KEY: 'own', SPORTS_PROVIDER_API_KEY: ' ' }, key: 'own' },
    {
      environment: { API_FOOTBALL_KEY: 'own', SPORTS_PROVIDER_API_KEY: 'general' },
      key: 'general',
    },
  ])('should take $key from $environment', ({ environment, key }) => {
    expect(resolveOptions({ environment, options: { apiKey: '' } }).apiKey).toBe(key)
  })

  it('should let options win over the environment', () => {
    const environment = {
      API_FOOTBALL_BASE_URL: 'http://127.0.0.1:4011/',
      SPORTS_PROVIDER_API_KEY: 'two words',
    }

    expect(resolveOptions({ environment, options: { apiKey: 'mine' } })).toMatchObject({
      apiKey: 'mine',
      baseUrl: 'http://127.0.0.1:4011',
    })
  })

  it('should leave the lists of the caller alone and ask for nothing twice', () => {
    const options = { leagues: [39, 39, 61], seasons: [2024, 2024] }
    const settings = resolveOptions({ environment: {}, options })

    expect(settings).toMatchObject({ leagues: [39, 61], seasons: [2024] })
    expect(options).toEqual({ leagues: [39, 39, 61], seasons: [2024, 2024] })
  })

  it('should report every wrong value at once, with name, expectation and value', () => {
    expect(
      problemsOf({
        baseUrl: 'v3.football.api-sports.io',
        daysBack: -1,
        league: 39,
        leagues: [],
        playerDetails: 'yes',
        seasons: [24],
        timezone: 'Europe/Kyiv',
      }),
    ).toEqual([
      'apiFootball({ baseUrl }) must be an http or https URL without credentials, query and ' +
        'fragment (was "v3.football.api-sports.io")',
      'apiFootball({ daysBack }) must be a whole number from 0 to 3650 (was -1)',
      'apiFootball() has no option "league"',
      'apiFootball({ leagues }) must be a list of at least one league id (leave it out for all ' +
        'leagues) (was [])',
      'apiFootball({ playerDetails }) must be true or false (was "yes")',
      'apiFootball({ seasons }) must be "current", "all" or a list of at least one year such as ' +
        '2024 (was [24])',
      'apiFootball() has no option "timezone": kick-offs are stored in UTC',
    ])
  })

  it('should name the variable that is wrong and show no key', () => {
    const problems = problemsOf(
      { baseUrl: 'https://me:s3cr3t@example.test' },
      { API_FOOTBALL_KEY: 's3cr3t key' },
    )

    expect(problems).toEqual([
      expect.stringContaining('"https://…@example.test"'),
      'API_FOOTBALL_KEY must be the bare key as text, without spaces (was 10 characters)',
    ])
    expect(problems.join()).not.toContain('s3cr3t')
  })
})
