import type { Payload, PayloadRequest } from 'payload'

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
  if (externalIds.length === 0) {
    return new Map()
  }
  const { docs } = await payload.db.find<FoundDocument>({
    collection,
    limit: 0,
    pagination: false,
    req,
    where: {
      and: [{ provider: { equals: provider } }, { externalId: { in: [...externalIds] } }],
    },
  })
  return new Map(docs.map((document) => [String(document.externalId), document]))
}
