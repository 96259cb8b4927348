import type { Payload } from 'payload'

import { DEV_USER } from '../DEV_USER.js'

/** Creates the person that `autoLogin` signs in. May be repeated. */
export const seedDevUser = async (payload: Payload): Promise<void> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: DEV_USER.email } },
  })

  if (totalDocs === 0) {
    await payload.create({ collection: 'users', data: { ...DEV_USER, role: 'editor' } })
  }
}
