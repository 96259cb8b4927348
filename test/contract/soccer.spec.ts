import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { apiFootball } from '../../src/providers/api-football/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { OptionsError } from '../../src/shared/errors/index.js'

const CREDENTIAL = 'invented-credential'

describe.each([
  {
    name: 'api-football',
    addresses: ['API_FOOTBALL_BASE_URL'],
    baseUrl: 'https://v3.football.api-sports.io',
    create: apiFootball,
    headers: { 'x-apisports-key': CREDENTIAL },
    label: 'API-Football',
    option: 'apiKey',
    // When the minute is used up, answers are held back for up to 15 seconds.
    timeoutMs: 20_000,
    variables: ['SPORTS_PROVIDER_API_KEY', 'API_FOOTBALL_KEY'],
  },
  {
    name: 'sportmonks',
    addresses: ['SPORTMONKS_BASE_URL'],
    baseUrl: 'https://api.sportmonks.com/v3',
    create: sportmonks,
    headers: { Authorization: CREDENTIAL },
    label: 'Sportmonks',
    option: 'apiToken',
    timeoutMs: 30_000,
    variables: ['SPORTMONKS_API_TOKEN'],
  },
])('the soccer provider $name', ({ name, create, label, option, variables, ...facts }) => {
  beforeEach(() => {
    for (const variable of [...variables, ...facts.addresses]) {
      vi.stubEnv(variable, undefined)
    }
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('should list its resources so that each comes after those it points to', () => {
    const provider = create()

    expect(provider).toMatchObject({ name, label })
    expect([...provider.resources.keys()]).toEqual([
      'countries',
      'leagues',
      'seasons',
      'teams',
      'players',
      'matches',
    ])
  })

  it('should have matches in all three modes and the rest in full', () => {
    for (const [resource, { scopes }] of create().resources) {
      const modes = resource === 'matches' ? ['full', 'incremental', 'live'] : ['full']

      expect(Object.keys(scopes).toSorted(), resource).toEqual(modes)
    }
  })

  it('should name the missing credential, its variables and the option', () => {
    const { http, problems } = create()

    expect(problems).toHaveLength(1)
    for (const word of [...variables, option]) {
      expect(problems[0]).toContain(word)
    }
    expect(http?.headers).toBeUndefined()
  })

  it('should send the credential in its one header and keep it secret', () => {
    vi.stubEnv(variables[0]!, CREDENTIAL)
    const { http, problems } = create()

    expect(problems).toEqual([])
    expect(http).toMatchObject({
      baseUrl: facts.baseUrl,
      secrets: [CREDENTIAL],
      timeoutMs: facts.timeoutMs,
    })
    expect(http?.headers).toEqual(facts.headers)
  })

  it('should refuse options that cannot work as soon as it is called', () => {
    expect(() => create({ daysBack: -1, leagues: [] })).toThrow(OptionsError)
  })
})
