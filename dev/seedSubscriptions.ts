import type { Payload } from 'payload'

import { DEV_USER } from './DEV_USER.js'

/** A month from now, as `YYYY-MM-DD`; so many days earlier. */
const inAMonth = (earlier: number): string =>
  new Date(Date.now() + (30 - earlier) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** Connections that the emulator knows, and what no service tells of. */
const SUBSCRIPTIONS = [
  { at: inAMonth(3), currency: 'USD', plan: 'Plus', price: '20', service: 'ChatGPT' },
  { at: inAMonth(12), currency: 'EUR', plan: 'Standard', price: '13.99', service: 'Films' },
]

const CHARGES = ['10.99', '10.99', '12.99', '12.99', '13.99']

/**
 * Enters what a person would of their subscriptions, as whom `autoLogin` signs in: an admin key, a
 * connection that waits for "Connect with Spotify", and two subscriptions by hand. May be repeated.
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
  for (const data of [
    { credentials: { adminKey: 'sk-admin-emulated' }, label: 'My OpenAI', provider: 'openai' },
    { label: 'My Spotify', provider: 'spotify' },
  ]) {
    await payload.create({ ...shared, collection: 'syncConnections', data })
  }
  for (const { at, ...data } of SUBSCRIPTIONS) {
    await payload.create({
      ...shared,
      collection,
      data: { ...data, interval: 'month', nextRenewal: `${at}T12:00:00.000Z`, status: 'active' },
    })
  }
  for (const [index, amount] of CHARGES.entries()) {
    const day = new Date()
    day.setUTCDate(9)
    day.setUTCMonth(day.getUTCMonth() - (CHARGES.length - index))
    await payload.create({
      ...shared,
      collection: 'charges',
      data: { amount, chargedAt: day.toISOString(), currency: 'EUR', service: 'Films' },
    })
  }
}
