import type { PayloadRequest, TypeWithVersion, Where } from 'payload'

import type { Job } from '../../batch/Job.js'
import type { Shape } from '../../merge/readShape.js'
import type { FoundDocument } from '../findDocuments.js'
import type { Draft } from '../findDraft.js'

import { flatten } from '../../merge/flatten.js'
import { isSameValue } from '../../merge/isSameValue.js'

type FindWithdrawnArgs = {
  /** As it is stored. */
  document: FoundDocument
  /** Its newest version. */
  draft: Draft
  job: Pick<Job, 'collection' | 'payload' | 'shape'>
  req: PayloadRequest
}

/**
 * What was published of a document when a sync unpublished it, where somebody has saved something
 * else since; `undefined` where nobody has. Where no published version is kept any more, what the
 * collection holds counts: Payload writes no draft there.
 */
export const findWithdrawn = async ({
  document,
  draft,
  job: { collection, payload, shape },
  req,
}: FindWithdrawnArgs): Promise<FoundDocument | undefined> => {
  const find = async (limit: number, where?: Where): Promise<Version[]> => {
    const isOwn = { parent: { equals: document.id } }
    const { docs } = await payload.db.findVersions<Record<string, unknown>>({
      collection,
      limit,
      pagination: false,
      req,
      sort: '-updatedAt',
      where: where ? { and: [isOwn, where] } : isOwn,
    })
    return docs
  }
  const [last, before] = await find(2)
  // The sync's own is the newest, whatever hooks of the project have done to it.
  if (last?.id === draft.id && before?.version._status === 'published') {
    return undefined
  }
  const [newest] = await find(1, { 'version._status': { equals: 'published' } })
  const published = newest ? { ...newest.version, id: document.id } : document
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : [undefined]
  return isSameDocument({ a: published, b: draft.version, locales, shape }) ? undefined : published
}

type Version = TypeWithVersion<Record<string, unknown>>

/** What differs with each version. */
const OF_VERSIONS = new Set(['_status', 'createdAt', 'updatedAt'])

type IsSameDocumentArgs = {
  a: FoundDocument
  b: FoundDocument
  locales: readonly (string | undefined)[]
  shape: Shape
}

const isSameDocument = ({ a, b, locales, shape }: IsSameDocumentArgs): boolean =>
  locales.every((locale) => {
    const [first, second] = [a, b].map((document) => flatten({ document, locale, shape }))
    return [...shape].every(
      ([path, field]) =>
        OF_VERSIONS.has(path) ||
        // What points to it from elsewhere is not its own.
        field.type === 'join' ||
        isSameValue({ a: first!.get(path), b: second!.get(path), field }),
    )
  })
