import { describe, expect, it } from 'vitest'

import type {
  CountryDocument,
  LeagueDocument,
  MatchDocument,
  PlayerDocument,
  SeasonDocument,
  SoccerKey,
  TeamDocument,
} from './index.js'

import {
  getCollection,
  getFields,
  getPaths,
  listPaths,
  startCollections,
  toLetters,
} from '../../plugin/collections/startCollections.fixture.js'
import { MACHINERY_KEYS } from '../../plugin/options/collectionKeys.js'
import { mergeTranslations } from '../../plugin/translations/index.js'
import {
  COVERAGE_FLAGS,
  GENDERS,
  LEAGUE_TYPES,
  MATCH_STATES,
  PLAYER_POSITIONS,
  soccer,
} from './index.js'

const CONTENT_KEYS = [...soccer.collections.keys()]

const KEYS = [...CONTENT_KEYS, ...MACHINERY_KEYS]

/** A key added to a document type does not compile until it is listed here. */
const DOCUMENT_KEYS: Record<SoccerKey, string[]> = {
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
    awayPlaceholder: true,
    awayScore: true,
    awayTeam: true,
    events: true,
    'extraTime.away': true,
    'extraTime.home': true,
    'fulltime.away': true,
    'fulltime.home': true,
    'halftime.away': true,
    'halftime.home': true,
    homePlaceholder: true,
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
    isPlaceholder: true,
    logo: true,
    shortName: true,
    'venue.capacity': true,
    'venue.city': true,
    'venue.name': true,
  }),
}

describe.each([
  { name: 'default slugs', adminUserSlug: 'users', toSlug: (key: string) => key },
  { name: 'renamed slugs', adminUserSlug: 'our-editors', toSlug: (key: string) => `our-${key}` },
])('the soccer collections with $name', ({ adminUserSlug, toSlug }) => {
  it('should be accepted by Payload and its Postgres adapter', async () => {
    const payload = await startCollections({ adminUserSlug, kit: soccer, toSlug })

    expect(Object.keys(payload.collections)).toEqual(expect.arrayContaining(KEYS.map(toSlug)))
    expect(Object.keys(payload.db.tables).map(toLetters)).toEqual(
      expect.arrayContaining([
        ...CONTENT_KEYS.map((key) => toLetters(toSlug(key))),
        // Bulk statements name these tables, so they stay what they are.
        ...MACHINERY_KEYS.map(toLetters),
      ]),
    )
  })

  it('should relate to nothing but the slugs it was given', async () => {
    const payload = await startCollections({ adminUserSlug, kit: soccer, toSlug })

    const targets = KEYS.flatMap((key) =>
      getFields(getCollection({ slug: toSlug(key), payload })).flatMap((field) =>
        'relationTo' in field ? field.relationTo : [],
      ),
    )

    expect(targets.length).toBeGreaterThan(10)
    expect([...KEYS.map(toSlug), adminUserSlug]).toEqual(expect.arrayContaining(targets))
  })
})

describe('a content collection', () => {
  it.each(CONTENT_KEYS)(
    'should hold every field of its document type and its identity: %s',
    async (key) => {
      const payload = await startCollections({ kit: soccer })
      const paths = getPaths(getFields(getCollection({ slug: key, payload })))

      expect(paths).toEqual(
        expect.arrayContaining([...DOCUMENT_KEYS[key], 'provider', 'externalId']),
      )
    },
  )

  it.each(CONTENT_KEYS)('should require no more than a name and the identity: %s', async (key) => {
    const payload = await startCollections({ kit: soccer })
    const required = getFields(getCollection({ slug: key, payload }))
      .filter((field) => 'required' in field && field.required)
      .map(({ name }) => name)

    expect(required.sort()).toEqual(
      [key === 'matches' ? 'title' : 'name', 'provider', 'externalId'].sort(),
    )
  })

  it.each(CONTENT_KEYS)('should hold a record of a provider once: %s', async (key) => {
    const payload = await startCollections({ kit: soccer })

    expect(getCollection({ slug: key, payload }).indexes).toEqual([
      { fields: ['provider', 'externalId'], unique: true },
    ])
  })

  it('should offer the values of the document types', async () => {
    const payload = await startCollections({ kit: soccer })
    const getValues = (slug: SoccerKey, name: string) => {
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
    const payload = await startCollections({ kit: soccer })

    expect(getPaths(getFields(getCollection({ slug: 'seasons', payload })))).toEqual(
      expect.arrayContaining(COVERAGE_FLAGS.map((flag) => `coverage.${flag}`)),
    )
  })

  it.each([
    ['matches', 'preview'],
    ['players', 'description'],
    ['teams', 'description'],
  ] as const)('should give editors a text of their own: %s.%s', async (slug, name) => {
    const payload = await startCollections({ kit: soccer })

    expect(getPaths(getFields(getCollection({ slug, payload })))).toContain(name)
  })

  it('should leave that text out where the project has no editor', async () => {
    const payload = await startCollections({ hasEditor: false, kit: soccer })

    expect(getPaths(getFields(getCollection({ slug: 'matches', payload })))).not.toContain(
      'preview',
    )
  })
})

// cspell:ignore Deportes
describe('the soccer kit', () => {
  it.each(CONTENT_KEYS)('should say of each collection what it leads to: %s', async (key) => {
    const payload = await startCollections({ kit: soccer })
    const targets = getFields(getCollection({ slug: key, payload })).flatMap((field) =>
      'relationTo' in field ? field.relationTo : [],
    )

    expect([...new Set(targets)].sort()).toEqual([...soccer.collections.get(key)!.relatesTo].sort())
  })

  it('should stand in one group, named in six languages', async () => {
    const payload = await startCollections({ kit: soccer })

    expect(CONTENT_KEYS.map((slug) => getCollection({ slug, payload }).admin.group)).toEqual(
      CONTENT_KEYS.map(() => ({
        de: 'Sport',
        en: 'Sports',
        es: 'Deportes',
        fr: 'Sports',
        ru: 'Спорт',
        uk: 'Спорт',
      })),
    )
  })

  it('should keep what a project wrote where its texts stood before there were kits', () => {
    const { translations } = mergeTranslations({
      i18n: {
        translations: {
          en: {
            pluginSync: {
              collections: { matches: { plural: 'Fixtures' } },
              fields: { homeScore: 'Home goals' },
            },
          },
        } as never,
      },
      kits: [soccer],
    })

    expect(translations).toMatchObject({
      en: {
        pluginSync: {
          kits: {
            soccer: {
              collections: { matches: { plural: 'Fixtures', singular: 'Match' } },
              fields: { awayScore: 'Away score', homeScore: 'Home goals' },
            },
          },
        },
      },
    })
  })
})
