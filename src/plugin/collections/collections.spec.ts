import type { Field, FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { BasePayload, buildConfig, configToJSONSchema } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import type {
  CountryDocument,
  LeagueDocument,
  MatchDocument,
  PlayerDocument,
  SeasonDocument,
  TeamDocument,
} from '../../sdk/index.js'
import type { Run } from '../../sync/run/Run.js'
import type { ContentKey, Slugs } from '../options/collectionKeys.js'

import {
  COVERAGE_FLAGS,
  GENDERS,
  LEAGUE_TYPES,
  MATCH_STATES,
  PLAYER_POSITIONS,
} from '../../sdk/index.js'
import { COUNT_NAMES } from '../../sync/run/Run.js'
import { CONTENT_KEYS, MACHINERY_KEYS } from '../options/collectionKeys.js'
import { translations } from '../translations/index.js'
import { createContentCollection, createMachineryCollection } from './index.js'

const KEYS = [...CONTENT_KEYS, ...MACHINERY_KEYS]

const DEFAULT_SLUGS = Object.fromEntries(KEYS.map((key) => [key, key])) as Slugs

const RENAMED_SLUGS = Object.fromEntries(KEYS.map((key) => [key, `our-${key}`])) as Slugs

/** Every path of a type, those of a group behind a dot; a relation or a list is one path. */
type PathsOf<T> = {
  [Key in keyof T & string]-?: NonNullable<T[Key]> extends
    { kind: string } | boolean | number | readonly unknown[] | string
    ? Key
    : `${Key}.${keyof NonNullable<T[Key]> & string}`
}[keyof T & string]

/** Does not compile unless every path of `T` is named, and nothing else. */
const listPaths = <T>(paths: Record<PathsOf<T>, true>): string[] => Object.keys(paths)

/** A key added to a document type of the SDK does not compile until it is listed here. */
const DOCUMENT_KEYS: Record<ContentKey, string[]> = {
  countries: listPaths<CountryDocument>({
    name: true,
    code: true,
    flag: true,
  }),
  leagues: listPaths<LeagueDocument>({
    name: true,
    type: true,
    active: true,
    country: true,
    logo: true,
  }),
  matches: listPaths<MatchDocument>({
    awayScore: true,
    awayTeam: true,
    events: true,
    'extraTime.away': true,
    'extraTime.home': true,
    'fulltime.away': true,
    'fulltime.home': true,
    'halftime.away': true,
    'halftime.home': true,
    homeScore: true,
    homeTeam: true,
    league: true,
    minute: true,
    'penalties.away': true,
    'penalties.home': true,
    providerStatus: true,
    referee: true,
    round: true,
    season: true,
    stage: true,
    startsAt: true,
    state: true,
    title: true,
    'venue.city': true,
    'venue.name': true,
    winner: true,
  }),
  players: listPaths<PlayerDocument>({
    name: true,
    dateOfBirth: true,
    firstName: true,
    height: true,
    lastName: true,
    nationality: true,
    photo: true,
    position: true,
    shirtNumber: true,
    team: true,
    weight: true,
  }),
  seasons: listPaths<SeasonDocument>({
    name: true,
    'coverage.events': true,
    'coverage.fixtures': true,
    'coverage.injuries': true,
    'coverage.lineups': true,
    'coverage.odds': true,
    'coverage.players': true,
    'coverage.predictions': true,
    'coverage.standings': true,
    'coverage.statistics': true,
    endDate: true,
    isCurrent: true,
    isFinished: true,
    league: true,
    startDate: true,
    year: true,
  }),
  teams: listPaths<TeamDocument>({
    name: true,
    code: true,
    country: true,
    founded: true,
    gender: true,
    isNational: true,
    logo: true,
    shortName: true,
    'venue.capacity': true,
    'venue.city': true,
    'venue.name': true,
  }),
}

describe.each([
  { name: 'default slugs', adminUserSlug: 'users', slugs: DEFAULT_SLUGS },
  { name: 'renamed slugs', adminUserSlug: 'our-editors', slugs: RENAMED_SLUGS },
])('the collections with $name', ({ adminUserSlug, slugs }) => {
  it('should be accepted by Payload and its Postgres adapter', async () => {
    const payload = await start({ adminUserSlug, slugs })

    expect(Object.keys(payload.collections)).toEqual(expect.arrayContaining(Object.values(slugs)))
    expect(Object.keys(payload.db.tables).map(toLetters)).toEqual(
      expect.arrayContaining([
        ...CONTENT_KEYS.map((key) => toLetters(slugs[key])),
        // Bulk statements name these tables, so they stay what they are.
        ...MACHINERY_KEYS.map(toLetters),
      ]),
    )
  })

  it('should relate to nothing but the slugs it was given', async () => {
    const payload = await start({ adminUserSlug, slugs })

    const targets = KEYS.flatMap((key) =>
      getFields(getCollection({ slug: slugs[key], payload })).flatMap((field) =>
        'relationTo' in field ? field.relationTo : [],
      ),
    )

    expect(targets.length).toBeGreaterThan(10)
    expect([...Object.values(slugs), adminUserSlug]).toEqual(expect.arrayContaining(targets))
  })

  it('should pass the slugs to the component in the sidebar', async () => {
    const payload = await start({ adminUserSlug, slugs })
    const fields: Field[] = getCollection({ slug: slugs.matches, payload }).fields

    expect(fields.find((field) => 'name' in field && field.name === 'sync')).toMatchObject({
      admin: { components: { Field: { serverProps: { slugs } } }, position: 'sidebar' },
    })
  })
})

describe('a content collection', () => {
  it.each(CONTENT_KEYS)('should hold every field of the SDK and its identity: %s', async (key) => {
    const payload = await start()
    const paths = getPaths(getFields(getCollection({ slug: key, payload })))

    expect(paths).toEqual(expect.arrayContaining([...DOCUMENT_KEYS[key], 'provider', 'externalId']))
  })

  it.each(CONTENT_KEYS)('should require no more than a name and the identity: %s', async (key) => {
    const payload = await start()
    const required = getFields(getCollection({ slug: key, payload }))
      .filter((field) => 'required' in field && field.required)
      .map(({ name }) => name)

    expect(required.sort()).toEqual(
      [key === 'matches' ? 'title' : 'name', 'provider', 'externalId'].sort(),
    )
  })

  it.each(CONTENT_KEYS)('should hold a record of a provider once: %s', async (key) => {
    const payload = await start()

    expect(getCollection({ slug: key, payload }).indexes).toEqual([
      { fields: ['provider', 'externalId'], unique: true },
    ])
  })

  it('should offer the values of the SDK', async () => {
    const payload = await start()
    const getValues = (slug: ContentKey, name: string) => {
      const field = getFields(getCollection({ slug, payload })).find((one) => one.name === name)

      return field && 'options' in field
        ? field.options.map((option) => (typeof option === 'string' ? option : option.value))
        : []
    }

    expect(getValues('leagues', 'type')).toEqual(LEAGUE_TYPES)
    expect(getValues('matches', 'state')).toEqual(MATCH_STATES)
    expect(getValues('players', 'position')).toEqual(PLAYER_POSITIONS)
    expect(getValues('teams', 'gender')).toEqual(GENDERS)
    expect(getValues('matches', 'winner')).toEqual(['home', 'away', 'draw'])
  })

  it('should know every coverage flag', async () => {
    const payload = await start()

    expect(getPaths(getFields(getCollection({ slug: 'seasons', payload })))).toEqual(
      expect.arrayContaining(COVERAGE_FLAGS.map((flag) => `coverage.${flag}`)),
    )
  })

  it.each([
    ['matches', 'preview'],
    ['players', 'description'],
    ['teams', 'description'],
  ] as const)('should give editors a text of their own: %s.%s', async (slug, name) => {
    const payload = await start()

    expect(getPaths(getFields(getCollection({ slug, payload })))).toContain(name)
  })

  it('should leave that text out where the project has no editor', async () => {
    const payload = await start({ hasEditor: false })

    expect(getPaths(getFields(getCollection({ slug: 'matches', payload })))).not.toContain(
      'preview',
    )
  })
})

describe('a machinery collection', () => {
  const call = (access: unknown, collection: string) =>
    (access as (args: unknown) => unknown)({ req: { user: { collection } } })

  it.each(MACHINERY_KEYS.filter((key) => key !== 'syncSchedules'))(
    'should be read by users of the admin and changed by nobody: %s',
    async (key) => {
      const payload = await start()
      const { access } = getCollection({ slug: key, payload })

      expect(await call(access.read, 'users')).toBe(true)
      expect(await call(access.read, 'customers')).toBe(false)
      expect(
        [access.create, access.delete, access.update].map((each) => call(each, 'users')),
      ).toEqual([false, false, false])
    },
  )

  it('should have what a run tells', async () => {
    const payload = await start()
    const paths = getPaths(getFields(getCollection({ slug: 'syncLogs', payload })))
    const run = listPaths<Omit<Run, 'counts' | 'id'>>({
      attempt: true,
      connection: true,
      createdAt: true,
      'error.code': true,
      'error.message': true,
      finishedAt: true,
      initiatedBy: true,
      lane: true,
      mode: true,
      priority: true,
      'progress.label': true,
      'progress.page': true,
      'progress.scopesDone': true,
      'progress.scopesTotal': true,
      provider: true,
      requests: true,
      resource: true,
      retryAt: true,
      'scheduled.at': true,
      'scheduled.lateMs': true,
      'scheduled.schedule': true,
      'scheduled.skipped': true,
      startedAt: true,
      status: true,
      trigger: true,
    })

    expect(paths).toEqual(
      expect.arrayContaining([
        ...run,
        ...COUNT_NAMES.map((name) => `counts.${name}`),
        'batches',
        'checkpoint',
        'plan',
        'slot',
      ]),
    )
  })

  it('should hold one row per identity', async () => {
    const payload = await start()
    const getUnique = (slug: string) =>
      getCollection({ slug, payload })
        .indexes.filter(({ unique }) => unique)
        .map(({ fields }) => fields)

    expect(getUnique('syncIssues')).toEqual([['provider', 'resource', 'externalId', 'kind']])
    expect(getUnique('syncRecords')).toEqual([['provider', 'resource', 'externalId']])
    expect(getUnique('syncStates')).toEqual([['provider', 'resource', 'connection']])
    expect(getUnique('syncQuotas')).toEqual([['provider', 'connection', 'name']])
    expect(getUnique('syncBreakers')).toEqual([['provider', 'connection']])
  })

  it('should keep the machinery that is not for people out of the admin', async () => {
    const payload = await start()
    const getHidden = (slug: string) => getCollection({ slug, payload }).admin.hidden

    expect(getHidden('syncRecords')).toBe(true)
    expect(getHidden('syncStates')).toBe(true)
    expect(getHidden('syncQuotas')).toBe(true)
    expect(getHidden('syncBreakers')).toBe(true)
    expect(getHidden('syncLogs')).not.toBe(true)
  })
})

it('should make types that name the collections', async () => {
  const { config } = await start()
  const schema = configToJSONSchema(config, 'number')

  expect(Object.keys(schema.definitions ?? {})).toEqual(
    expect.arrayContaining(['leagues', 'matches', 'syncLogs']),
  )
})

type StartArgs = { adminUserSlug?: string; hasEditor?: boolean; slugs?: Slugs }

const started: Payload[] = []

afterEach(async () => {
  await Promise.all(started.splice(0).map((payload) => payload.destroy()))
})

/** Payload with the collections, its Postgres schema built, and no connection. */
const start = async ({
  adminUserSlug = 'users',
  hasEditor = true,
  slugs = DEFAULT_SLUGS,
}: StartArgs = {}): Promise<Payload> => {
  const payload = await new BasePayload().init({
    config: buildConfig({
      admin: { user: adminUserSlug },
      collections: [
        { slug: adminUserSlug, auth: true, fields: [] },
        ...CONTENT_KEYS.map((key) => createContentCollection({ hasEditor, key, slugs })),
        ...MACHINERY_KEYS.map((key) =>
          createMachineryCollection({
            access: { manage: () => true, view: () => true },
            adminUserSlug,
            key,
            providers: [],
            slugs,
          }),
        ),
      ],
      db: postgresAdapter({ pool: { connectionString: 'postgres://nowhere' } }),
      ...(hasEditor && { editor: lexicalEditor() }),
      i18n: { translations },
      logger: { options: { level: 'error' } },
      secret: 'not a secret',
      typescript: { autoGenerate: false },
    }),
    disableDBConnect: true,
    disableOnInit: true,
  })
  started.push(payload)

  return payload
}

type GetCollectionArgs = { payload: Payload; slug: string }

const getCollection = ({ slug, payload }: GetCollectionArgs): SanitizedCollectionConfig =>
  payload.collections[slug]!.config

const getFields = ({ flattenedFields }: SanitizedCollectionConfig): FlattenedField[] =>
  flattenedFields

const getPaths = (fields: FlattenedField[]): string[] =>
  fields.flatMap((field) =>
    field.type === 'group'
      ? getPaths(field.flattenedFields).map((path) => `${field.name}.${path}`)
      : [field.name],
  )

/** A slug and the table it becomes have their letters in common. */
const toLetters = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase()
