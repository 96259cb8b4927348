import type { FieldHook } from 'payload'

import { describe, expect, it } from 'vitest'

import type { SoccerArgs } from '../SoccerArgs.js'

import { soccer } from '../index.js'
import { buildSlug } from './buildSlug.js'
import { toLeagueText, toMatchText, toNameText } from './slugTexts.js'

const slugs = Object.fromEntries(
  [...soccer.collections.keys()].map((key) => [key, `our-${key}`]),
) as SoccerArgs['slugs']

const COUNTRIES: Record<number, string> = { 1: 'England', 2: 'Türkiye' }

type FindArgs = {
  collection: string
  req: unknown
  where: { and: [{ slug: { equals: string } }] }
}

type FindByIdArgs = { collection: string; id: number; req: unknown }

type RunHookArgs = {
  data: Record<string, unknown>
  originalDoc?: Record<string, unknown>
  /** Slugs that other leagues have. */
  taken?: string[]
  value?: null | string
}

const runHook = async ({ data, originalDoc, taken = [], value }: RunHookArgs) => {
  const asked: unknown[] = []
  const req = {
    payload: {
      db: {
        findOne: ({ collection, req: own, where }: FindArgs) => {
          asked.push({ collection, hasReq: own === req })
          const { equals } = where.and[0].slug

          return Promise.resolve(taken.includes(equals) ? {} : null)
        },
      },
      findByID: ({ id, collection, req: own }: FindByIdArgs) => {
        asked.push({ collection, hasReq: own === req })

        return Promise.resolve(id in COUNTRIES ? { name: COUNTRIES[id] } : null)
      },
    },
  }
  const hook = buildSlug({ collection: slugs.leagues, toText: toLeagueText({ slugs }) })
  const slug: unknown = await hook({
    data,
    originalDoc,
    req,
    value,
  } as unknown as Parameters<FieldHook>[0])

  return { slug, asked }
}

const premierLeague = {
  name: 'Premier League',
  country: 1,
  externalId: '8',
  provider: 'sportmonks',
}

describe('the slug of a league', () => {
  it('should be made of country and name', async () => {
    expect((await runHook({ data: premierLeague })).slug).toBe('england-premier-league')
  })

  it('should be made of the name alone where the league has no country', async () => {
    const { slug } = await runHook({ data: { ...premierLeague, country: null } })

    expect(slug).toBe('premier-league')
  })

  it('should write foreign letters plainly', async () => {
    const { slug } = await runHook({ data: { ...premierLeague, name: 'Süper Lig', country: 2 } })

    expect(slug).toBe('turkiye-super-lig')
  })

  it('should add the external id when another league has the slug', async () => {
    const { slug } = await runHook({ data: premierLeague, taken: ['england-premier-league'] })

    expect(slug).toBe('england-premier-league-8')
  })

  it('should add the provider too when that is taken as well', async () => {
    const { slug } = await runHook({
      data: premierLeague,
      taken: ['england-premier-league', 'england-premier-league-8'],
    })

    expect(slug).toBe('england-premier-league-sportmonks-8')
  })

  it('should stay when the league is renamed, without a query', async () => {
    const { slug, asked } = await runHook({
      data: { name: 'The Premiership' },
      originalDoc: { ...premierLeague, id: 3, slug: 'england-premier-league' },
    })

    expect(slug).toBe('england-premier-league')
    expect(asked).toEqual([])
  })

  it('should take the slug an editor typed', async () => {
    const { slug } = await runHook({
      data: premierLeague,
      originalDoc: { ...premierLeague, slug: 'england-premier-league' },
      value: 'The EPL!',
    })

    expect(slug).toBe('the-epl')
  })

  it('should be made anew when an editor clears it', async () => {
    const { slug } = await runHook({
      data: { slug: '' },
      originalDoc: { ...premierLeague, id: 3, slug: 'the-epl' },
      value: '',
    })

    expect(slug).toBe('england-premier-league')
  })

  it('should fall back to the identity when a name leaves no letters', async () => {
    const { slug } = await runHook({ data: { ...premierLeague, name: '***', country: null } })

    expect(slug).toBe('8')
  })

  it('should ask the renamed collections inside the request it was given', async () => {
    const { asked } = await runHook({ data: premierLeague })

    expect(asked).toEqual([
      { collection: 'our-countries', hasReq: true },
      { collection: 'our-leagues', hasReq: true },
    ])
  })
})

describe('what a slug is made of', () => {
  const findName = () => Promise.resolve(null)

  it('should be the name of a team or player', () => {
    expect(toNameText({ document: { name: '1. FC Köln' }, findName })).toBe('1. FC Köln')
    expect(toNameText({ document: {}, findName })).toBe('')
  })

  it.each([
    [{ startsAt: '2024-05-11T23:30:00.000Z', title: 'A – B' }, 'A – B 2024-05-11'],
    [{ startsAt: new Date('2024-05-11T00:00:00.000Z'), title: 'A – B' }, 'A – B 2024-05-11'],
    [{ startsAt: null, title: 'A – B' }, 'A – B'],
    [{ startsAt: 'soon', title: 'A – B' }, 'A – B'],
  ])('should be title and day of a match: %o', (document, text) => {
    expect(toMatchText({ document, findName })).toBe(text)
  })
})
