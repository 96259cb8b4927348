import { describe, expect, it } from 'vitest'

import type { Run } from '../../run/Run.js'

import { findWaits } from './findWaits.js'

const toRun = (status: Run['status'], message: null | string = null, connection = 'default') =>
  ({ connection, error: message === null ? null : { code: 'ANY', message }, status }) as Run

type Told = Parameters<typeof findWaits>[0][number]

const toResource = (name: string, resource: Partial<Told> = {}): Told => ({
  name,
  lastRun: toRun('failed', `${name} failed.`),
  lastSuccessAt: null,
  references: [],
  ...resource,
})

const EARLIER = '2031-03-05T12:00:00.000Z'

const waitsOf = (resources: Told[]) => Object.fromEntries(findWaits(resources))

describe('what a resource waits for', () => {
  it('should be the first one whose failure kept all others from ever succeeding', () => {
    const waits = waitsOf([
      toResource('countries', { lastRun: toRun('completed'), lastSuccessAt: EARLIER }),
      toResource('leagues', { references: ['countries'] }),
      toResource('seasons', { references: ['leagues'] }),
      toResource('teams', { references: ['countries', 'seasons'] }),
      toResource('matches', { references: ['seasons', 'teams'] }),
    ])

    expect(waits).toEqual({ matches: 'leagues', seasons: 'leagues', teams: 'leagues' })
  })

  it('should be one that failed for the same reason', () => {
    const failed = { lastRun: toRun('failed', 'It is down.'), lastSuccessAt: EARLIER }

    expect(
      waitsOf([
        toResource('teams', failed),
        toResource('matches', { ...failed, references: ['teams'] }),
      ]),
    ).toEqual({ matches: 'teams' })
  })

  it.each<[string, Partial<Told>, Partial<Told>]>([
    ['one that failed for a reason of its own', { lastSuccessAt: EARLIER }, {}],
    ['one that points to nothing that failed', {}, { references: [] }],
    ['one that did not fail', {}, { lastRun: toRun('completed'), lastSuccessAt: EARLIER }],
    ['one that read some of it', {}, { lastRun: toRun('partial', 'teams failed.') }],
    ['one that never ran', {}, { lastRun: null }],
    ['one of which the other read some', { lastRun: toRun('partial', 'No.') }, {}],
    ['one of another connection', {}, { lastRun: toRun('failed', 'No.', 'north') }],
  ])('should be nothing for %s', (_name, teams, matches) => {
    expect(
      waitsOf([
        toResource('teams', teams),
        toResource('matches', { references: ['teams'], ...matches }),
      ]),
    ).toEqual({})
  })
})
