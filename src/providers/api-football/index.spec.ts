import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { apiFootball } from './index.js'

describe('apiFootball', () => {
  beforeEach(() => {
    vi.stubEnv('API_FOOTBALL_BASE_URL', undefined)
    vi.stubEnv('API_FOOTBALL_KEY', undefined)
    vi.stubEnv('SPORTS_PROVIDER_API_KEY', undefined)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('should name the missing key, the variables and the option', () => {
    const { http, problems } = apiFootball()

    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('SPORTS_PROVIDER_API_KEY')
    expect(problems[0]).toContain('API_FOOTBALL_KEY')
    expect(problems[0]).toContain('apiKey')
    expect(http?.headers).toBeUndefined()
  })

  it('should send the key in the one header that is allowed, keep it secret and be patient', () => {
    vi.stubEnv('SPORTS_PROVIDER_API_KEY', 'invented-key')
    const { http, problems } = apiFootball()

    expect(problems).toEqual([])
    expect(http).toMatchObject({
      baseUrl: 'https://v3.football.api-sports.io',
      secrets: ['invented-key'],
      timeoutMs: 20_000,
    })
    expect(http?.headers).toEqual({ 'x-apisports-key': 'invented-key' })
  })
})
