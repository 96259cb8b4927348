import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { SyncPluginOptions } from './SyncPluginOptions.js'

import { DEFAULT_CONNECTION } from '../../sdk/connections/Connection.js'
import { defineProvider, defineResource } from '../../sdk/index.js'
import { OptionsError } from '../../shared/errors/index.js'
import { resolveOptions } from './resolveOptions.js'

const toResource = (schedules: { cron: string; mode: 'full' | 'incremental' | 'live' }[]) =>
  defineResource({
    collection: 'books',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: [] }),
    map: () => ({}),
    schedules,
    schema: z.looseObject({ id: z.string() }),
    scopes: { full: () => [], incremental: () => [] },
  })

const provider = defineProvider({
  name: 'library',
  http: { baseUrl: 'http://localhost' },
  label: 'Library',
  resources: {
    authors: toResource([]),
    books: toResource([
      { cron: '0 3 * * *', mode: 'full' },
      { cron: '*/15 * * * *', mode: 'incremental' },
    ]),
  },
})

const resolve = (options: Partial<SyncPluginOptions> = {}) =>
  resolveOptions({ providers: [provider], ...options }).schedules

const findProblems = (schedules: unknown): readonly string[] => {
  try {
    resolve({ schedules: schedules as SyncPluginOptions['schedules'] })
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError)
    return [(error as OptionsError).message]
  }
}

describe('schedules in the options', () => {
  it('should take what providers propose, with every default filled in', () => {
    expect(resolve()).toEqual([
      {
        catchUp: true,
        connection: DEFAULT_CONNECTION,
        cron: null,
        enabled: true,
        frequency: 'daily',
        hour: 3,
        key: 'provider:library/books/default/full',
        minute: 0,
        mode: 'full',
        monthDay: null,
        note: null,
        priority: 'normal',
        provider: 'library',
        resource: 'books',
        timezone: 'UTC',
        weekday: null,
      },
      expect.objectContaining({ cron: '*/15 * * * *', mode: 'incremental' }),
    ])
  })

  it('should replace what a provider proposes for the same resource, connection and mode', () => {
    const schedules = resolve({
      schedules: [
        {
          catchUp: false,
          enabled: false,
          frequency: 'weekly',
          hour: 5,
          minute: 10,
          mode: 'full',
          note: 'On Sundays nobody reads.',
          priority: 'low',
          provider: 'library',
          resource: 'books',
          timezone: 'Europe/Berlin',
          weekday: 0,
        },
      ],
    })

    expect(schedules.map(({ key }) => key)).toEqual([
      'option:library/books/default/full',
      'provider:library/books/default/incremental',
    ])
    expect(schedules[0]).toMatchObject({
      catchUp: false,
      enabled: false,
      frequency: 'weekly',
      hour: 5,
      note: 'On Sundays nobody reads.',
      timezone: 'Europe/Berlin',
      weekday: 0,
    })
  })

  it('should leave out what providers propose when told to', () => {
    expect(resolve({ scheduler: { proposed: false } })).toEqual([])
  })

  it('should tell two schedules of the same work apart by their order', () => {
    const schedules = resolve({
      scheduler: { proposed: false },
      schedules: [
        { cron: '0  6 * * *', mode: 'full', provider: 'library' },
        { cron: ' 0 18 * * * ', mode: 'full', provider: 'library' },
      ],
    })

    expect(schedules).toMatchObject([
      { frequency: 'daily', hour: 6, key: 'option:library/*/default/full', resource: null },
      { frequency: 'daily', hour: 18, key: 'option:library/*/default/full#2' },
    ])
  })

  it('should count undefined as not given', () => {
    expect(
      resolve({
        scheduler: undefined,
        schedules: [
          {
            catchUp: undefined,
            cron: '0 6 * * *',
            mode: 'full',
            provider: 'library',
            timezone: undefined,
          },
        ],
      })[0],
    ).toMatchObject({ catchUp: true, timezone: 'UTC' })
  })

  it.each([
    [{ cron: '61 * * * *', mode: 'full', provider: 'library' }, 'schedules.0: "61 * * * *"'],
    [{ cron: '* * *', mode: 'full', provider: 'library' }, 'five fields'],
    [
      { frequency: 'daily', mode: 'full', provider: 'library', timezone: 'Berlin' },
      'schedules.0: "Berlin" is not a timezone',
    ],
    [{ cron: '0 6 * * *', mode: 'full', provider: 'nobody' }, 'there is no provider "nobody"'],
    [
      { cron: '0 6 * * *', mode: 'full', provider: 'library', resource: 'loans' },
      'library has no resource "loans"',
    ],
    [
      { cron: '0 6 * * *', mode: 'live', provider: 'library', resource: 'books' },
      '"books" of library has no mode live, only full and incremental',
    ],
    [
      { cron: '0 6 * * *', mode: 'live', provider: 'library' },
      'library has no resource with mode live',
    ],
    [{ mode: 'full', provider: 'library' }, 'either cron or frequency'],
    [{ frequency: 'daily', hour: 24, mode: 'full', provider: 'library' }, 'schedules.0.hour: '],
    [{ cron: '0 6 * * *', frequency: 'daily', mode: 'full', provider: 'library' }, 'either cron'],
    [{ cron: '0 6 * * *', mode: 'often', provider: 'library' }, 'schedules.0.mode: '],
  ])('should refuse %o at start-up', (schedule, problem) => {
    expect(findProblems([schedule])).toEqual([expect.stringContaining(problem)])
  })

  it('should leave the schedules it was given as they are', () => {
    const options = Object.freeze([
      Object.freeze({ cron: '0 6 * * *', mode: 'full' as const, provider: 'library' }),
    ])

    expect(() => resolve({ schedules: options })).not.toThrow()
  })
})
