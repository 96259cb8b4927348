import type { Payload, Where } from 'payload'

import { findKitSlugs } from '../../../sdk/index.js'

/** A league, by its document, id or slug. */
export type LeagueChoice = { id: number | string } | number | string

type WhereLeagueArgs = {
  /** What is looked for; without one, all are. */
  league: LeagueChoice | undefined
  payload: Payload
}

/** The condition on documents that have a field `league`. */
export const whereLeague = ({ league, payload }: WhereLeagueArgs): Where[] => {
  if (league === undefined) {
    return []
  }
  const id = typeof league === 'object' ? league.id : league
  const bySlug: Where = { 'league.slug': { equals: id } }
  if (typeof league === 'object' || typeof id === 'number') {
    return [{ league: { equals: id } }]
  }
  const slug = findKitSlugs({ kit: 'soccer', payload }).leagues ?? ''
  const idType = payload.collections[slug]?.customIDType ?? payload.db.defaultIDType
  if (idType === 'number') {
    return [/^\d+$/.test(id) ? { or: [{ league: { equals: Number(id) } }, bySlug] } : bySlug]
  }
  // The database compares with a UUID only what is one.
  return [UUID.test(id) ? { league: { equals: id } } : bySlug]
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
