import type { CollectionSlug, Payload, TypedUser, Where } from 'payload'

import type { WholeMatch } from '../readSides.js'

import { LIVE_STATES } from '../isGoingOn.js'

type FindAroundArgs = {
  collection: CollectionSlug
  /** The most of each kind. */
  limit: number
  now: Date
  payload: Payload
  /** Whose access is asked. */
  user: null | TypedUser
}

/** Matches of each kind, the nearest first; those that are on, in the order they began. */
export type Around = Record<'last' | 'live' | 'next', WholeMatch[]>

/** The matches that people look for today: those that are on, those to come and those that were. */
export const findAround = async ({
  collection,
  limit,
  now,
  payload,
  user,
}: FindAroundArgs): Promise<Around> => {
  const find = async (where: Where, sort: string): Promise<WholeMatch[]> => {
    const { docs } = await payload.find({
      collection,
      depth: 1,
      limit,
      overrideAccess: false,
      pagination: false,
      sort,
      user,
      where,
    })
    return docs as unknown as WholeMatch[]
  }
  const at = now.toISOString()
  const [live, next, last] = await Promise.all([
    find({ state: { in: [...LIVE_STATES] } }, 'startsAt'),
    find({ startsAt: { greater_than_equal: at }, state: { equals: 'scheduled' } }, 'startsAt'),
    find({ startsAt: { less_than: at }, state: { equals: 'finished' } }, '-startsAt'),
  ])
  return { last, live, next }
}
