import { describe, expect, it } from 'vitest'

import type { SportmonksOptions } from './SportmonksOptions.js'

import { OptionsError } from '../../shared/errors/index.js'
import { resolveOptions } from './resolveOptions.js'

const problemsOf = (options: unknown, environment: Record<string, string> = {}): string[] => {
  try {
    resolveOptions({ environment, options: options as SportmonksOptions })
  } catch (error) {
    if (error instanceof OptionsError) {
      return error.problems
    }
    throw error
  }
  return []
}

describe('resolveOptions', () => {
  it('should have a default for everything but the token', () => {
    expect(resolveOptions({ environment: {}, options: {} })).toEqual({
      apiToken: undefined,
      baseUrl: 'https://api.sportmonks.com/v3',
      daysAhead: 14,
      daysBack: 3,
      leagues: undefined,
      seasons: 'current',
    })
  })

  it('should take token and address from the environment when the options have none', () => {
    const environment = {
      SPORTMONKS_API_TOKEN: ' from-environment\n',
      SPORTMONKS_BASE_URL: 'http://127.0.0.1:4010/v3/',
    }

    expect(resolveOptions({ environment, options: { apiToken: '' } })).toMatchObject({
      apiToken: 'from-environment',
      baseUrl: 'http://127.0.0.1:4010/v3',
    })
    expect(resolveOptions({ environment, options: { apiToken: 'from-options' } })).toMatchObject({
      apiToken: 'from-options',
    })
  })

  it('should not let undefined erase a default', () => {
    expect(
      resolveOptions({ environment: {}, options: { daysBack: undefined, seasons: undefined } }),
    ).toMatchObject({ daysBack: 3, seasons: 'current' })
  })

  it('should leave the lists of the caller alone and ask for no id twice', () => {
    const options = { leagues: [8, 8, 9], seasons: [1, 1] }
    const settings = resolveOptions({ environment: {}, options })

    expect(settings).toMatchObject({ leagues: [8, 9], seasons: [1] })
    expect(options).toEqual({ leagues: [8, 8, 9], seasons: [1, 1] })
  })

  it('should report every wrong value at once, with name, expectation and value', () => {
    const problems = problemsOf({
      baseUrl: 'api.sportmonks.com',
      daysAhead: 1.5,
      daysBack: -1,
      league: 8,
      leagues: ['8'],
      seasons: 'newest',
    })

    expect(problems).toEqual([
      'sportmonks({ baseUrl }) must be an http or https URL without credentials, query and ' +
        'fragment (was "api.sportmonks.com")',
      'sportmonks({ daysAhead }) must be a whole number from 0 to 3650 (was 1.5)',
      'sportmonks({ daysBack }) must be a whole number from 0 to 3650 (was -1)',
      'sportmonks() has no option "league"',
      'sportmonks({ leagues }) must be a list of at least one league id (leave it out for all ' +
        'leagues) (was ["8"])',
      'sportmonks({ seasons }) must be "current", "all" or a list of at least one season id ' +
        '(was "newest")',
    ])
  })

  it.each([
    { leagues: [] },
    { leagues: null },
    { leagues: [0] },
    { seasons: [] },
    { seasons: [-3] },
  ])('should refuse %j', (options) => {
    expect(problemsOf(options)).toHaveLength(1)
  })

  it('should refuse a token with "Bearer" and show none of it', () => {
    const [problem] = problemsOf({ apiToken: 'Bearer s3cr3t-t0ken' })

    expect(problem).toContain('without "Bearer"')
    expect(problem).toContain('(was 19 characters)')
    expect(problem).not.toContain('s3cr3t')
  })

  it('should not show credentials that stand in an address', () => {
    const problems = problemsOf(
      { baseUrl: 'https://me:s3cr3t@api.example.test/v3?api_token=s3cr3t' },
      { SPORTMONKS_API_TOKEN: 'two words' },
    )

    expect(problems[0]).toContain('"https://…@api.example.test/v3?…"')
    expect(problems[1]).toContain('SPORTMONKS_API_TOKEN must be the bare token')
    expect(problems.join()).not.toContain('s3cr3t')
  })
})
