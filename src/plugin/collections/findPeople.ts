import type { CollectionSlug, PayloadRequest } from 'payload'

import type { Initiator } from '../../sync/run/Run.js'

type FindPeopleArgs = { people: readonly Initiator[]; req: PayloadRequest }

/**
 * What people are known by, by `collection/id`, of those whom the reader may read. It is what their
 * collection uses as a title, or their address.
 */
export const findPeople = async ({ people, req }: FindPeopleArgs): Promise<Map<string, string>> => {
  const { collections } = req.payload
  const names = new Map<string, string>()
  for (const collection of new Set(people.map((person) => person.collection))) {
    const title = collections[collection]?.config.admin.useAsTitle
    if (title === undefined) {
      continue
    }
    const slug: CollectionSlug = collection
    const { docs } = await req.payload.find({
      collection: slug,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      pagination: false,
      req,
      select: { email: true, [title]: true },
      where: {
        id: { in: people.filter((one) => one.collection === collection).map(({ id }) => id) },
      },
    })
    for (const found of docs as unknown as ({ id: Initiator['id'] } & Record<string, unknown>)[]) {
      const name = [title === 'id' ? null : found[title], found.email].find(
        (one) => typeof one === 'string',
      )
      if (typeof name === 'string') {
        names.set(`${collection}/${found.id}`, name)
      }
    }
  }
  return names
}
