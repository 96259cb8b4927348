import type { PayloadRequest, Where } from 'payload'

import { formatAdminURL } from 'payload/shared'

import type { Slugs } from '../../../options/collectionKeys.js'

import { findSeenAt } from '../../../../sync/operations/records/findSeenAt.js'
import { toListURL } from '../../parts/client/toListURL.js'

/** What the sync remembers of a document, ready to draw. */
export type Provenance = {
  /** Whether others only point to it: its own record was never read. */
  isStub: boolean
  /** Where the open issues are listed; `null` when there is none. */
  issues: { count: number; href: string } | null
  lastChangedAt: null | string
  lastSeenAt: null | string
  resource: string
  /** The run that last changed the document; `null` when its log is gone. */
  run: { href: string; title: string } | null
}

type FindProvenanceArgs = {
  collection: string
  id: number | string
  req: PayloadRequest
  slugs: Slugs
}

type StoredRecord = {
  externalId: string
  hash?: null | string
  lastChangedAt?: null | string
  lastSeenAt?: null | string
  provider: string
  resource: string
  run?: null | string
  saidAt?: null | string
  waitingAt?: null | string
}

/**
 * The provenance of a document, or `null` when no sync has reported it or the user may not know.
 */
export const findProvenance = async ({
  id,
  collection,
  req,
  slugs,
}: FindProvenanceArgs): Promise<null | Provenance> => {
  const document: Where = {
    and: [{ collection: { equals: collection } }, { documentId: { equals: String(id) } }],
  }
  const {
    docs: [record],
  } = await req.payload.find({
    ...getReadOptions(req),
    collection: slugs.syncRecords,
    limit: 1,
    pagination: false,
    // `base` can be large and is nobody's business here.
    select: {
      externalId: true,
      hash: true,
      lastChangedAt: true,
      lastSeenAt: true,
      provider: true,
      resource: true,
      run: true,
      saidAt: true,
      waitingAt: true,
    },
    sort: '-lastSeenAt',
    where: document,
  })
  if (!record) {
    return null
  }

  const {
    externalId,
    hash,
    lastChangedAt,
    lastSeenAt,
    provider,
    resource,
    run,
    saidAt,
    waitingAt,
  } = record as unknown as StoredRecord
  const [seenAt, openIssues, foundRun] = await Promise.all([
    findSeenAt({ externalId, payload: req.payload, provider, resource }),
    countOpenIssues({ document, req, slugs }),
    run ? findRun({ id: run, req, slugs }) : null,
  ])

  return {
    isStub: !hash && !saidAt && !waitingAt,
    issues:
      openIssues > 0
        ? {
            count: openIssues,
            href: toListURL({
              adminRoute: req.payload.config.routes.admin,
              collection: slugs.syncIssues,
              where: { collection, documentId: String(id), status: 'open' },
            }),
          }
        : null,
    lastChangedAt: lastChangedAt ?? null,
    // What was seen again and had not changed is not written in the record.
    lastSeenAt: [lastSeenAt, seenAt].filter(isText).sort().at(-1) ?? null,
    resource,
    run: foundRun,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** What the person may read, and nothing instead of an error where that is nothing. */
const getReadOptions = (req: PayloadRequest) =>
  ({ depth: 0, disableErrors: true, overrideAccess: false, req }) as const

type CountOpenIssuesArgs = { document: Where; req: PayloadRequest; slugs: Slugs }

const countOpenIssues = async ({ document, req, slugs }: CountOpenIssuesArgs): Promise<number> => {
  const { totalDocs } = await req.payload.find({
    ...getReadOptions(req),
    collection: slugs.syncIssues,
    limit: 1,
    where: { and: [document, { status: { equals: 'open' } }] },
  })

  return totalDocs
}

type FindRunArgs = { id: string; req: PayloadRequest; slugs: Slugs }

const findRun = async ({ id, req, slugs }: FindRunArgs): Promise<Provenance['run']> => {
  const {
    docs: [run],
  } = await req.payload.find({
    ...getReadOptions(req),
    collection: slugs.syncLogs,
    limit: 1,
    pagination: false,
    select: { title: true },
    where: { id: { equals: id } },
  })
  if (!run) {
    return null
  }

  return {
    href: formatAdminURL({
      adminRoute: req.payload.config.routes.admin,
      path: `/collections/${slugs.syncLogs}/${run.id}`,
    }),
    title: 'title' in run && typeof run.title === 'string' && run.title ? run.title : id,
  }
}
