import type { Payload } from 'payload'

/** The tenant that has all teams, once somebody has made it. */
export const findTenant = async (payload: Payload) =>
  (await payload.find({ collection: 'tenants', where: { name: { equals: 'North' } } })).docs[0]

/** Makes the user that the project has before anything is synced. */
export const seed = async (payload: Payload): Promise<void> => {
  if ((await payload.count({ collection: 'users' })).totalDocs > 0) {
    return
  }
  await payload.create({
    collection: 'users',
    data: {
      apiKey: process.env.EDITOR_KEY,
      email: 'editor@example.com',
      enableAPIKey: true,
      password: 'test',
    },
  })
}
