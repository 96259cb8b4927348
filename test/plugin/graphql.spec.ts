import type { CollectionConfig, Config, Field } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { configToSchema } from '@payloadcms/graphql'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { createRequire } from 'node:module'
import { buildConfig } from 'payload'
import { describe, expect, it } from 'vitest'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { Provider } from '../../src/sdk/index.js'

import { syncPlugin } from '../../src/index.js'
import { amazonPrime } from '../../src/providers/amazon-prime/index.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { gomafia } from '../../src/providers/gomafia/index.js'
import { netflix } from '../../src/providers/netflix/index.js'
import { chatgpt, openai } from '../../src/providers/openai/index.js'
import { prestosports } from '../../src/providers/prestosports/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { spotify } from '../../src/providers/spotify/index.js'
import { library } from '../library/library.js'
import { KEYS } from '../library/libraryRoutes.js'

/** Payload's own copy: the library refuses a schema that another one made. */
const { validateSchema } = createRequire(import.meta.url)('graphql') as {
  validateSchema: (schema: object) => readonly Error[]
}

type Kit = 'college' | 'library' | 'mafia' | 'soccer' | 'subscriptions'

const PROVIDERS: Record<string, { kit: Kit; provider: Provider }> = {
  'amazon-prime': { kit: 'subscriptions', provider: amazonPrime() },
  'api-football': { kit: 'soccer', provider: apiFootball({ apiKey: 'invented', leagues: [39] }) },
  chatgpt: { kit: 'subscriptions', provider: chatgpt() },
  gomafia: { kit: 'mafia', provider: gomafia() },
  library: { kit: 'library', provider: library({ baseUrl: 'http://127.0.0.1:1', keys: KEYS }) },
  netflix: { kit: 'subscriptions', provider: netflix() },
  openai: { kit: 'subscriptions', provider: openai() },
  prestosports: { kit: 'college', provider: prestosports() },
  sportmonks: { kit: 'soccer', provider: sportmonks({ apiToken: 'invented', leagues: [271] }) },
  spotify: { kit: 'subscriptions', provider: spotify({ clientId: 'invented' }) },
}

const NAMES = Object.keys(PROVIDERS)

/** Two providers of one domain, and one of a project's own: any may be there without the others. */
const COMBINED = ['api-football', 'library', 'sportmonks']

/** Every set of those that a project can have, that of none included; each other one; and all. */
const SETS = [
  ...Array.from({ length: 2 ** COMBINED.length }, (_, bits) =>
    COMBINED.filter((_name, index) => (bits & (2 ** index)) !== 0),
  ),
  ...NAMES.filter((name) => !COMBINED.includes(name)).map((name) => [name]),
  NAMES,
]

type Collections = NonNullable<SyncPluginOptions['collections']>

const override = (
  key: string,
  overrides: (collection: CollectionConfig) => CollectionConfig,
): Collections => ({ [key]: { overrides } })

const hidden = (...keys: string[]): Collections =>
  Object.assign(
    {},
    ...keys.map((key) => override(key, (collection) => ({ ...collection, graphQL: false }))),
  ) as Collections

/** All fields, as a project changes them one by one; `null` drops one. */
const mapFields = (fields: Field[], change: (field: Field) => Field | null): Field[] =>
  fields.flatMap((field): Field[] => {
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({ ...tab, fields: mapFields(tab.fields, change) }))
      return [{ ...field, tabs }]
    }
    if (field.type === 'row') {
      return [{ ...field, fields: mapFields(field.fields, change) }]
    }
    return [change(field)].filter((changed) => changed !== null)
  })

const withFields = (change: (field: Field) => Field | null) =>
  override('matches', (collection) => ({
    ...collection,
    fields: mapFields(collection.fields, change),
  }))

const isNamed = (field: Field, name: string): boolean => 'name' in field && field.name === name

type Case = { collections?: Collections; config?: Partial<Config> }

const SOCCER: Record<string, Case> = {
  'a dropped field': {
    collections: withFields((field) => (isNamed(field, 'homeTeam') ? null : field)),
  },
  'a renamed field': {
    collections: withFields((field) =>
      isNamed(field, 'homeTeam') ? ({ ...field, name: 'host' } as Field) : field,
    ),
  },
  'renamed content': { collections: { matches: { slug: 'spiele' }, teams: { slug: 'series' } } },
  'teams, leagues and countries not in it': {
    collections: hidden('teams', 'leagues', 'countries'),
  },
  'teams not in it': { collections: hidden('teams') },
}

/** What can be changed of the collections of each kit. */
const OF_KIT: Record<Kit, Record<string, Case>> = {
  college: {
    'college teams not in it': { collections: hidden('collegeTeams') },
    'games and players of colleges not in it': {
      collections: hidden('collegeGames', 'collegePlayers'),
    },
  },
  library: {},
  mafia: {
    'clubs and tournaments of mafia not in it': {
      collections: hidden('mafiaClubs', 'mafiaTournaments'),
    },
    'players of mafia not in it': { collections: hidden('mafiaPlayers') },
  },
  soccer: SOCCER,
  subscriptions: {
    'charges not in it': { collections: hidden('charges', 'apiUsage') },
    'subscriptions not in it': { collections: hidden('subscriptions') },
  },
}

const ANY: Record<string, Case> = {
  'connections and notifications not in it': {
    collections: hidden('syncConnections', 'syncNotifications'),
  },
  locales: {
    config: { localization: { defaultLocale: 'en', locales: ['de', 'en'] } },
  },
  nothing: {},
  'renamed machinery': {
    collections: { syncLogs: { slug: 'runs' }, syncSchedules: { slug: 'plan-of-runs' } },
  },
  'runs not in it': { collections: hidden('syncLogs') },
  'schedules and issues not in it': { collections: hidden('syncSchedules', 'syncIssues') },
  'the records in it': {
    collections: override('syncRecords', (collection) => ({ ...collection, graphQL: {} })),
  },
  'users not in it': {
    config: {
      admin: { user: 'users' },
      collections: [
        { slug: 'users', auth: true, fields: [], graphQL: false },
        // Payload's own collections point to somebody.
        { slug: 'members', auth: true, fields: [] },
      ],
    },
  },
}

type BuildArgs = { enabled?: boolean; names: readonly string[] } & Case

const build = async ({ collections, config, enabled = true, names }: BuildArgs) =>
  configToSchema(
    await buildConfig({
      collections: [{ slug: 'users', auth: true, fields: [] }],
      db: postgresAdapter({ pool: { connectionString: 'postgres://nowhere' } }),
      editor: lexicalEditor(),
      secret: 'not a secret',
      ...config,
      plugins: [
        syncPlugin({
          collections,
          enabled,
          providers: names.map((name) => PROVIDERS[name]!.provider),
        }),
      ],
    }),
  ).schema

const toTitle = (names: readonly string[]): string =>
  names.length === NAMES.length ? 'all providers' : names.join(' and ') || 'no provider'

describe.each(SETS.map((names) => ({ names, title: toTitle(names) })))(
  'the schema of a project with $title',
  ({ names }) => {
    const kits = new Set(names.map((name) => PROVIDERS[name]!.kit))
    const cases = Object.entries(
      Object.assign({}, ANY, ...[...kits].map((kit) => OF_KIT[kit])) as Record<string, Case>,
    )

    it.each(cases)('should be a valid one beside %s', async (_name, given) => {
      const schema = await build({ ...given, names })

      expect(validateSchema(schema)).toEqual([])
      expect(Object.keys(schema.getQueryType()!.getFields())).toContain('Access')
    })

    it('should be a valid one while the plugin is off', async () => {
      expect(validateSchema(await build({ enabled: false, names }))).toEqual([])
    })
  },
)

describe('the schema', () => {
  it('should have what people look at, and nothing of the books', async () => {
    const schema = await build({ names: NAMES })
    const queries = Object.keys(schema.getQueryType()!.getFields())

    expect(queries).toEqual(
      expect.arrayContaining(['Matches', 'Books', 'SyncLogs', 'SyncSchedules', 'SyncIssues']),
    )
    expect(queries.filter((name) => /Record|State|Quota|Breaker/.test(name))).toEqual([])
    const mutations = Object.keys(schema.getMutationType()!.getFields())
    expect(mutations.filter((name) => /SyncLog|SyncIssue/.test(name))).toEqual([])
    expect(mutations).toContain('createSyncSchedule')
  })

  it('should keep what a project asks of GraphQL itself', async () => {
    const schema = await build({
      config: {
        graphQL: {
          queries: ({ GraphQLString }) => ({ Motto: { type: GraphQLString, resolve: () => 'Hi' } }),
        },
      },
      names: NAMES,
    })

    expect(Object.keys(schema.getQueryType()!.getFields())).toContain('Motto')
  })
})
