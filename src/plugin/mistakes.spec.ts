import type { CollectionConfig, Config, Payload, Plugin } from 'payload'

import { buildConfig } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import type { SyncPluginOptions } from './options/SyncPluginOptions.js'

import { defineProvider, defineResource } from '../sdk/index.js'
import { syncPlugin } from './syncPlugin.js'

type ToResourceArgs = { schedules?: { cron: string; mode: 'full' | 'live' }[] }

const toResource = ({ schedules }: ToResourceArgs = {}) =>
  defineResource({
    collection: 'notes',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: [] }),
    map: () => ({}),
    schedules,
    schema: z.looseObject({ id: z.string() }),
    scopes: { full: () => [], incremental: () => [] },
  })

const library = (resource = toResource()) =>
  defineProvider({
    name: 'library',
    http: { baseUrl: 'https://library.example.test' },
    resources: { notes: resource },
  })

const notes: CollectionConfig = { slug: 'notes', fields: [{ name: 'title', type: 'text' }] }

type StartArgs = {
  adapter?: string
  collections?: CollectionConfig[]
  options?: object
  plugins?: () => Plugin[]
}

/** The message that a project stops with when it starts; nothing where it starts. */
const start = async ({
  adapter = 'postgres',
  collections = [notes],
  options,
  plugins = () => [syncPlugin({ providers: [library()], ...options } as SyncPluginOptions)],
}: StartArgs): Promise<string | undefined> => {
  try {
    await buildConfig({
      collections,
      db: { name: adapter, defaultIDType: 'number', init: vi.fn() } as unknown as Config['db'],
      plugins: plugins(),
      secret: 'only-for-tests',
    })
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

const withSchedule = (schedule: object) => ({
  options: { schedules: [{ cron: '0 3 * * *', mode: 'full', provider: 'library', ...schedule }] },
})

// cspell:ignore shedules defualt dayly resorce
describe('a mistake in the config', () => {
  it('should be none of a project without one', async () => {
    expect(await start({})).toBeUndefined()
    expect(await start(withSchedule({ resource: 'notes' }))).toBeUndefined()
  })

  it.each<[string, StartArgs, string]>([
    [
      'the plugin twice',
      {
        plugins: () => [
          syncPlugin({ providers: [library()] }),
          syncPlugin({ providers: [library()] }),
        ],
      },
      'syncPlugin is in the config twice; keep one, and give it the providers of both',
    ],
    [
      'the plugin twice, and one switched off',
      {
        plugins: () => [
          syncPlugin({ enabled: false, providers: [library()] }),
          syncPlugin({ providers: [library()] }),
        ],
      },
      'syncPlugin is in the config twice; keep one, and give it the providers of both',
    ],
    [
      'the plugin once by hand and once in the list',
      {
        plugins: () => [
          (config) => syncPlugin({ providers: [library()] })(config),
          Object.assign(
            (config: Config) => syncPlugin({ providers: [library()] })({ ...config, plugins: [] }),
            { order: 1 },
          ),
        ],
      },
      'syncPlugin is in the config twice; keep one, and give it the providers of both',
    ],
    [
      'a provider that is not called',
      { options: { providers: [library] } },
      'syncPlugin: providers.0: library is not called; write library() in place of library',
    ],
    [
      'a provider without a name that is not called',
      { options: { providers: [library(), () => library()] } },
      'syncPlugin: providers.1: library is not called; write library() in place of library',
    ],
    [
      'a promise of a provider',
      { options: { providers: [Promise.resolve(library())] } },
      'syncPlugin: providers.0: expected a provider, not a promise of one (was an object)',
    ],
    [
      'something else in place of a provider',
      { options: { providers: [{ name: 'library', resources: {} }] } },
      'syncPlugin: providers.0: expected a provider that defineProvider made (was an object)',
    ],
    [
      'the same provider twice',
      { options: { providers: [library(), library()] } },
      'syncPlugin: providers: "library" is there more than once',
    ],
    [
      'an option that does not exist',
      { options: { shedules: [] } },
      'syncPlugin: there is no option "shedules"; the nearest is "schedules"',
    ],
    [
      'an unknown provider',
      withSchedule({ provider: 'libary' }),
      'syncPlugin: schedules.0: there is no provider "libary"; the nearest is "library"',
    ],
    [
      'an unknown resource',
      withSchedule({ resource: 'note' }),
      'syncPlugin: schedules.0: library has no resource "note"; the nearest is "notes"',
    ],
    [
      'an unknown connection',
      withSchedule({ connection: 'defualt' }),
      'syncPlugin: schedules.0: library has no connection "defualt"; the nearest is "default"',
    ],
    [
      'an unknown frequency',
      withSchedule({ cron: undefined, frequency: 'dayly' }),
      'syncPlugin: schedules.0.frequency: there is no frequency "dayly"; the nearest is "daily"',
    ],
    [
      'an unknown mode',
      withSchedule({ mode: 'ful' }),
      'syncPlugin: schedules.0.mode: there is no mode "ful"; the nearest is "full"',
    ],
    [
      'an unknown option of a schedule',
      withSchedule({ resorce: 'notes' }),
      'syncPlugin: schedules.0: there is no option "resorce"; the nearest is "resource"',
    ],
    [
      'a cron of three fields',
      withSchedule({ cron: '0 3 *' }),
      'syncPlugin: schedules.0: "0 3 *" has 3 of the five fields: minute, hour, day of the month, ' +
        'month, day of the week.',
    ],
    [
      'a mode that the resource lacks',
      withSchedule({ mode: 'live', resource: 'notes' }),
      'syncPlugin: schedules.0: "notes" of library has no mode live, only full and incremental',
    ],
    [
      'a mode that no resource has',
      withSchedule({ mode: 'live' }),
      'syncPlugin: schedules.0: library has no resource with mode live',
    ],
    [
      'a cron and a frequency',
      withSchedule({ frequency: 'daily' }),
      'syncPlugin: schedules.0: expected provider, mode, and either cron or frequency with hour, ' +
        'minute, weekday or monthDay (was an object)',
    ],
    [
      'a provider that proposes a cron of three fields',
      {
        options: {
          providers: [library(toResource({ schedules: [{ cron: '0 3 *', mode: 'full' }] }))],
        },
      },
      'syncPlugin: schedules of "notes" of library: "0 3 *" has 3 of the five fields: minute, ' +
        'hour, day of the month, month, day of the week.',
    ],
    [
      'a provider that proposes a mode that its resource lacks',
      {
        options: {
          providers: [library(toResource({ schedules: [{ cron: '* * * * *', mode: 'live' }] }))],
        },
      },
      'syncPlugin: schedules of "notes" of library: "notes" of library has no mode live, only full ' +
        'and incremental',
    ],
    [
      'another database',
      { adapter: 'mongoose' },
      'syncPlugin: db: only PostgreSQL will do; take postgresAdapter of @payloadcms/db-postgres ' +
        '(was "mongoose")',
    ],
    [
      'a collection with a field that the plugin adds',
      {
        collections: [
          {
            ...notes,
            fields: [{ type: 'row', fields: [{ name: 'provider', type: 'text' }] }],
          },
        ],
      },
      'syncPlugin: the collection "notes", which a provider fills, has a field "provider" of its ' +
        'own, and syncPlugin adds one of that name; give yours another name',
    ],
  ])('should be told in one line: %s', async (_name, mistake, message) => {
    expect(await start(mistake)).toBe(message)
  })

  it('should be told beside others, a line each', async () => {
    const message = await start({
      options: {
        schedules: [
          { cron: '0 3 *', mode: 'full', provider: 'libary' },
          { frequency: 'daily', mode: 'live', provider: 'library' },
        ],
      },
    })

    expect(message?.split('\n')).toEqual([
      'syncPlugin was given options it cannot work with:',
      '- schedules.0: there is no provider "libary"; the nearest is "library"',
      '- schedules.0: "0 3 *" has 3 of the five fields: minute, hour, day of the month, month, day ' +
        'of the week.',
      '- schedules.1: library has no resource with mode live',
    ])
  })

  it('should let fields of the same names be inside of groups, and of other collections', async () => {
    const provider = { name: 'provider', type: 'text' } as const

    expect(
      await start({
        collections: [
          { ...notes, fields: [{ name: 'origin', type: 'group', fields: [provider] }] },
          { slug: 'parcels', fields: [provider] },
        ],
      }),
    ).toBeUndefined()
  })

  it('should be said of a project without any provider when it starts', async () => {
    const config = await syncPlugin({ providers: [], worker: { enabled: false } })({
      collections: [],
      db: undefined as unknown as Config['db'],
      secret: 'only-for-tests',
    })
    const warn = vi.fn()

    await config.onInit!({ config, logger: { warn } } as unknown as Payload)

    expect(warn).toHaveBeenCalledExactlyOnceWith({
      msg:
        'syncPlugin has no providers, so that nothing is synced: give it one, as in ' +
        'providers: [library()].',
    })
  })
})
