import type { FieldHook, PayloadRequest } from 'payload'

import type { SoccerArgs } from '../SoccerArgs.js'

import { toSlug } from './toSlug.js'

type Slugs = SoccerArgs['slugs']

type BuildLeagueSlugArgs = { slugs: Slugs }

/**
 * Gives a league its slug once, from its country and name. A slug that is set stays, whatever the
 * league is called later, because sites link to it; an empty one is made anew. Where another
 * league has it already (every country has a "Premier League" of two providers), the external id
 * is added.
 */
export const buildLeagueSlug =
  ({ slugs }: BuildLeagueSlugArgs): FieldHook =>
  async ({ data, originalDoc, req, value }) => {
    const stored: unknown = originalDoc?.slug
    if (value === undefined && stored) {
      return stored
    }

    const given = typeof value === 'string' ? toSlug(value) : ''
    if (given) {
      return given
    }

    const league: Record<string, unknown> = { ...originalDoc, ...data }
    const id: unknown = originalDoc?.id
    const country = await findCountryName({ country: league.country, req, slugs })
    const identity = [league.provider, league.externalId].map(String)
    const name = toSlug([country, league.name].filter(Boolean).join(' '))
    // A name may leave nothing to make a slug of.
    const candidates = [name, toSlug(`${name} ${identity[1]}`)].filter(Boolean)

    for (const candidate of candidates) {
      if (!(await isTaken({ id, candidate, req, slugs }))) {
        return candidate
      }
    }

    return toSlug([name, ...identity].join(' '))
  }

type FindCountryNameArgs = { country: unknown; req: PayloadRequest; slugs: Slugs }

const findCountryName = async ({
  country,
  req,
  slugs,
}: FindCountryNameArgs): Promise<null | string> => {
  const id = typeof country === 'object' && country && 'id' in country ? country.id : country
  if (typeof id !== 'number' && typeof id !== 'string') {
    return null
  }

  const found = await req.payload.findByID({
    id,
    collection: slugs.countries,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })

  return found && 'name' in found && typeof found.name === 'string' ? found.name : null
}

type IsTakenArgs = { candidate: string; id: unknown; req: PayloadRequest; slugs: Slugs }

const isTaken = async ({ id, candidate, req, slugs }: IsTakenArgs): Promise<boolean> => {
  const { docs } = await req.payload.find({
    collection: slugs.leagues,
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    req,
    // A league in the trash still holds its slug in the unique index.
    trash: true,
    where: {
      and: [{ slug: { equals: candidate } }, ...(id ? [{ id: { not_equals: id } }] : [])],
    },
  })

  return docs.length > 0
}
