import { z } from 'zod'

import type { SubscriptionDocument } from '../../content/subscriptions/index.js'
import type { FetchPageArgs } from '../../sdk/index.js'

import { toPersonalId } from '../../content/subscriptions/index.js'
import { defineResource, isSameText } from '../../sdk/index.js'

/** What `source` hands to the resource of a connection. */
export type SpotifySource = { connection: string }

/** Of everything but the ids an app may be given nothing: what new ones get is little. */
const profileSchema = z
  .looseObject({
    id: z.string().min(1).nullish(),
    account_id: z.string().min(1).nullish(),
    connection: z.string(),
    product: z.string().trim().min(1).nullish(),
  })
  .refine(({ id, account_id }) => Boolean(account_id ?? id), {
    error: 'The profile has no id.',
    path: ['id'],
  })

/** An answer that is no profile at all says nothing of a plan. */
const answerSchema = z.looseObject({}).refine((body) => 'id' in body || 'account_id' in body, {
  error: 'Expected a profile with an id.',
})

/** What Spotify calls its free level. */
const FREE = ['free', 'open']

/**
 * The level of the account that a person has connected. Price, renewal and variant are told by
 * nothing that Spotify has: people complete them by hand.
 */
export const plan = defineResource<SubscriptionDocument, SpotifySource>()({
  collection: 'subscriptions',
  externalId: ({ id, account_id, connection }) =>
    toPersonalId({ connection, parts: [account_id ?? id] }),
  fetchPage: async ({
    http,
    signal,
    source: { connection },
  }: FetchPageArgs<Record<string, never>, SpotifySource>) => {
    const profile = await http.get('/me', { schema: answerSchema, signal })
    return { records: [{ ...profile, connection }] }
  },
  map: ({ product }): SubscriptionDocument => ({
    service: 'Spotify',
    source: 'api',
    ...toLevel(product),
  }),
  schedules: [{ cron: '40 5 * * *', mode: 'full' }],
  schema: profileSchema,
  scopes: { full: () => [{ key: 'profile', label: 'Own profile', params: {} }] },
})

/**
 * Without a `product` the level is unknown, never free: the app may not be told. What was known of
 * the plan before stays, as the last that was heard.
 */
const toLevel = (product: null | string | undefined): Partial<SubscriptionDocument> => {
  if (product === null || product === undefined) {
    return { status: 'unknown' }
  }
  if (FREE.some((free) => isSameText(free, product))) {
    return { plan: 'Free', status: 'free' }
  }
  return {
    plan: `${product.charAt(0).toUpperCase()}${product.slice(1)}`,
    status: isSameText(product, 'premium') ? 'active' : 'unknown',
  }
}
