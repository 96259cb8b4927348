import type { Payload } from 'payload'

import type { BenchMatch } from '../records/matches.js'

type WriteByLoopArgs = {
  /** Slug. */
  collection: string
  payload: Payload
  read: () => Promise<BenchMatch[]>
  toDocument: (match: BenchMatch) => object
}

/** What people write: look for the external id, then create or update. */
export const writeByLoop = async ({
  collection,
  payload,
  read,
  toDocument,
}: WriteByLoopArgs): Promise<void> => {
  for (const match of await read()) {
    const data = { ...toDocument(match), externalId: match.id, provider: 'bench' }
    const { docs } = await payload.find({
      collection,
      depth: 0,
      limit: 1,
      where: { externalId: { equals: match.id } },
    })
    const [found] = docs
    await (found
      ? payload.update({ id: found.id, collection, data, depth: 0 })
      : payload.create({ collection, data, depth: 0 }))
  }
}
