import type { CollectionSlug, PayloadRequest } from 'payload'

import { formatAdminURL } from 'payload/shared'

import type { RunReport } from '../../../sync/operations/runs/getRunReport.js'

export type TitledDocument = {
  /** Slug. */
  collection: string
  externalId: string
  /** Where the document is edited; `null` when it is gone, or not for the reader's eyes. */
  href: null | string
  title: string
}

type FindTitlesArgs = { records: RunReport['records']['docs']; req: PayloadRequest }

/** Documents by the name people know them by. One look per collection, with the reader's rights. */
export const findTitles = async ({ records, req }: FindTitlesArgs): Promise<TitledDocument[]> => {
  const { collections, config } = req.payload
  const slugs = [...new Set(records.map(({ collection }) => collection))]
  const titles = new Map<string, string>()
  for (const slug of slugs) {
    const collection: CollectionSlug = slug
    const field = collections[collection]?.config.admin.useAsTitle
    // The project does not have the collection any more.
    if (field === undefined) {
      continue
    }
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      pagination: false,
      req,
      select: { [field]: true },
      where: {
        id: {
          in: records
            .filter((record) => record.collection === slug)
            .map(({ documentId }) => documentId),
        },
      },
    })
    for (const document of docs as ({ id: number | string } & Record<string, unknown>)[]) {
      const title = document[field]
      titles.set(`${slug}/${document.id}`, typeof title === 'string' ? title : `${document.id}`)
    }
  }
  return records.map(({ collection, documentId, externalId }) => {
    const title = titles.get(`${collection}/${documentId}`)
    return {
      collection,
      externalId,
      href:
        title === undefined
          ? null
          : formatAdminURL({
              adminRoute: config.routes.admin,
              path: `/collections/${collection}/${documentId}`,
            }),
      title: title ?? externalId,
    }
  })
}
