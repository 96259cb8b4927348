import type { Payload } from 'payload'

import { DEV_USER } from '../DEV_USER.js'

/** What a coach would enter of PrestoSports. */
export type DevCoach = {
  credentials: { password: string; username: string }
  label: string
  settings: { team: string }
}

/**
 * Enters the coach of `DEV_COACH`, as the person that `autoLogin` signs in. May be repeated: a
 * connection that is there is left alone.
 */
export const seedConnection = async (payload: Payload): Promise<void> => {
  const text = process.env.DEV_COACH
  if (!text) {
    return
  }
  const { totalDocs } = await payload.count({ collection: 'syncConnections' })
  if (totalDocs > 0) {
    return
  }
  const {
    docs: [owner],
  } = await payload.find({
    collection: 'users',
    limit: 1,
    where: { email: { equals: DEV_USER.email } },
  })
  await payload.create({
    collection: 'syncConnections',
    data: { ...(JSON.parse(text) as DevCoach), owner: owner?.id, provider: 'prestosports' },
  })
}
