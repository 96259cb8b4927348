import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { sportmonks } from './index.js'

describe('sportmonks', () => {
  beforeEach(() => {
    vi.stubEnv('SPORTMONKS_API_TOKEN', undefined)
    vi.stubEnv('SPORTMONKS_BASE_URL', undefined)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
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
})
