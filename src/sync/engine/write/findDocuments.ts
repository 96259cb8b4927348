import type { Payload, PayloadRequest } from 'payload'

import { inChunks } from '../../store/inChunks.js'

type FindDocumentsArgs = {
  collection: string
  externalIds: readonly string[]
  payload: Payload
  provider: string
  req: PayloadRequest
}

export type FoundDocument = { externalId?: unknown; id: number | string } & Record<string, unknown>

/**
 * Documents that carry these externalIds, by externalId, as they are stored. Past hooks and access
 * on purpose: the merge must see what the database holds, not what a hook makes of it.
 */
export const findDocuments = async ({
  collection,
  externalIds,
  payload,
  provider,
  req,
}: FindDocumentsArgs): Promise<Map<string, FoundDocument>> => {
  const found = new Map<string, FoundDocument>()
  await inChunks({
    rows: externalIds,
    work: async (some) => {
      const { docs } = await payload.db.find<FoundDocument>({
        collection,
        limit: 0,
        pagination: false,
        req,
        where: { and: [{ provider: { equals: provider } }, { externalId: { in: some } }] },
      })
      docs.forEach((document) => found.set(String(document.externalId), document))
    },
  })
  return found
}
