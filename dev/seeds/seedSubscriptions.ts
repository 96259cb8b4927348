import type { Payload } from 'payload'

import { DEV_USER } from '../DEV_USER.js'
import { monthsAgo } from '../samples/days.js'

/** Connections of all kinds: by key, by consent that is still to be given, and by archives. */
const CONNECTIONS = [
  { credentials: { adminKey: 'sk-admin-emulated' }, label: 'My OpenAI', provider: 'openai' },
  { label: 'My Spotify', provider: 'spotify' },
  { credentials: {}, label: 'My Netflix', provider: 'netflix' },
  { credentials: {}, label: 'My Amazon', provider: 'amazon-prime' },
]

/** What no service tells of. */
const SUBSCRIPTIONS = [
  { currency: 'USD', day: 21, plan: 'Plus', price: '20', service: 'ChatGPT' },
  { currency: 'EUR', day: 1, intervalCount: 3, price: '44.70', service: 'The Weekly' },
]

/**
 * Enters what a person would of their subscriptions, as whom `autoLogin` signs in: an admin key, a
 * connection that waits for "Connect with Spotify", two that archives are brought for, and two
 * subscriptions by hand. May be repeated.
 */
export const seedSubscriptions = async (payload: Payload): Promise<void> => {
  if (!process.env.DEV_SUBSCRIPTIONS) {
    return
  }
  const collection = 'subscriptions'
  const {
    docs: [owner],
  } = await payload.find({
    collection: 'users',
    limit: 1,
    where: { email: { equals: DEV_USER.email } },
  })
  const { totalDocs } = await payload.count({ collection })
  if (!owner || totalDocs > 0) {
    return
  }
  const shared = { overrideAccess: false, user: { ...owner, collection: 'users' } } as const
  for (const data of CONNECTIONS) {
    await payload.create({ ...shared, collection: 'syncConnections', data })
  }
  for (const { day, ...data } of SUBSCRIPTIONS) {
    const nextRenewal = `${monthsAgo({ day, months: -1, now: new Date() })}T12:00:00.000Z`
    await payload.create({
      ...shared,
      collection,
      data: { ...data, interval: 'month', nextRenewal, status: 'active' },
    })
  }
}
