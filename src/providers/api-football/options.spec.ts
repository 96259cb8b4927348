import { describe, expect, it } from 'vitest'

import { resolveProviderOptions } from '../../sdk/index.js'
import { OPTION_RULES, REFUSED_OPTIONS } from './options.js'

const resolve = (options: object, environment: Record<string, string> = {}) =>
  resolveProviderOptions({
    environment,
    options,
    refused: REFUSED_OPTIONS,
    rules: OPTION_RULES,
    subject: 'apiFootball',
  })

describe('the options of apiFootball', () => {
  it('should read key and address from the environment, the general key first', () => {
    const own = { API_FOOTBALL_BASE_URL: 'http://127.0.0.1:4011/', API_FOOTBALL_KEY: 'own' }

    expect(resolve({}, own)).toMatchObject({ apiKey: 'own', baseUrl: 'http://127.0.0.1:4011' })
    expect(resolve({}, { ...own, SPORTS_PROVIDER_API_KEY: 'general' }).apiKey).toBe('general')
  })

  it('should have a default for everything but the key', () => {
    expect(resolve({ leagues: undefined, timezone: undefined })).toEqual({
      apiKey: undefined,
      baseUrl: 'https://v3.football.api-sports.io',
      daysAhead: 14,
      daysBack: 3,
      leagues: undefined,
      playerDetails: false,
      seasons: 'current',
    })
  })

  it('should ask for no league and no year twice', () => {
    expect(resolve({ leagues: [39, 39, 61], seasons: [2024, 2024] })).toMatchObject({
      leagues: [39, 61],
      seasons: [2024],
    })
  })

  it('should say which years there can be, and why there is no time zone', () => {
    const read = () => resolve({ playerDetails: 'yes', seasons: [24], timezone: 'Europe/Kyiv' })

    expect(read).toThrow('apiFootball({ playerDetails }) must be true or false (was "yes")')
    expect(read).toThrow(
      'must be "current", "all" or a list of at least one year such as 2024 (was [24])',
    )
    expect(read).toThrow('apiFootball() has no option "timezone": kick-offs are stored in UTC')
  })

  it('should name the variable that is wrong and show no key', () => {
    expect(() => resolve({}, { API_FOOTBALL_KEY: 's3cr3t key' })).toThrow(
      'API_FOOTBALL_KEY must be the bare key as text, without spaces (was 10 characters)',
    )
  })
})
