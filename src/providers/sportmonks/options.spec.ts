import { describe, expect, it } from 'vitest'

import { resolveProviderOptions } from '../../sdk/index.js'
import { OPTION_RULES } from './options.js'

const resolve = (options: object, environment: Record<string, string> = {}) =>
  resolveProviderOptions({ environment, options, rules: OPTION_RULES, subject: 'sportmonks' })

describe('the options of sportmonks', () => {
  it('should have a default for everything but the token', () => {
    expect(resolve({})).toEqual({
      apiToken: undefined,
      baseUrl: 'https://api.sportmonks.com/v3',
      daysAhead: 14,
      daysBack: 3,
      leagues: undefined,
      seasons: 'current',
    })
  })

  it('should read token and address from the environment, and ask for no id twice', () => {
    const environment = {
      SPORTMONKS_API_TOKEN: ' from-environment\n',
      SPORTMONKS_BASE_URL: 'http://127.0.0.1:4010/v3/',
    }

    expect(resolve({ leagues: [8, 8, 9], seasons: [1, 1] }, environment)).toMatchObject({
      apiToken: 'from-environment',
      baseUrl: 'http://127.0.0.1:4010/v3',
      leagues: [8, 9],
      seasons: [1],
    })
  })

  it.each([
    [{ apiToken: 'Bearer t0ken' }, 'the bare token as text, without "Bearer" and without spaces'],
    [{ daysAhead: 1.5 }, 'a whole number from 0 to 3650'],
    [{ leagues: [] }, 'a list of at least one league id (leave it out for all leagues)'],
    [{ leagues: null }, 'a list of at least one league id'],
    [{ leagues: [0] }, 'a list of at least one league id'],
    [{ seasons: [] }, '"current", "all" or a list of at least one season id'],
    [{ seasons: [-3] }, '"current", "all" or a list of at least one season id'],
    [{ seasons: 'newest' }, '"current", "all" or a list of at least one season id'],
  ])('should refuse %j', (options, expectation) => {
    expect(() => resolve(options)).toThrow(`must be ${expectation}`)
  })
})
