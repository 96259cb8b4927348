import { describe, expect, it } from 'vitest'

import { apiFootball } from '../../src/providers/api-football/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { OptionsError } from '../../src/shared/errors/index.js'

describe.each([
  { name: 'api-football', create: apiFootball, label: 'API-Football' },
  { name: 'sportmonks', create: sportmonks, label: 'Sportmonks' },
])('the soccer provider $name', ({ name, create, label }) => {
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

  it('should refuse options that cannot work as soon as it is called', () => {
    expect(() => create({ daysBack: -1, leagues: [] })).toThrow(OptionsError)
  })
})
