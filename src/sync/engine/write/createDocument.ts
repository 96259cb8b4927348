import type { PayloadRequest } from 'payload'

import type { Resource } from '../../../sdk/index.js'
import type { Job } from '../batch/Job.js'
import type { FoundDocument } from './findDocuments.js'

import { hasDrafts } from './findDraft.js'
import { findOwner } from './hooks/findOwner.js'
import { startContext } from './hooks/startContext.js'
import { toWritableData } from './hooks/toWritableData.js'
import { toHookContext } from './toHookContext.js'

type CreateDocumentArgs = {
  collection: string
  data: Record<string, unknown>
  externalId: string
  job: Pick<
    Job,
    'beforeWrite' | 'connection' | 'database' | 'payload' | 'provider' | 'resourceName' | 'runId'
  >
  req: PayloadRequest
  /** Of the resource whose record it is. */
  status: Resource['status'] | undefined
}

/** Creates the document of a record. In a collection with drafts it is published, or as told. */
export const createDocument = async ({
  collection,
  data,
  externalId,
  job,
  req,
  status = 'published',
}: CreateDocumentArgs): Promise<FoundDocument> => {
  const { payload, provider } = job
  const written = await toWritableData({
    data,
    externalId,
    job: { ...job, collection },
    operation: 'create',
    req,
  })
  const belonging = await findOwner({ collection, job, req })
  startContext(req)
  const isDrafted = hasDrafts({ job: { collection, payload } })
  return await payload.create({
    collection,
    context: toHookContext(job),
    data: {
      ...written,
      ...belonging,
      ...(isDrafted && { _status: status }),
      externalId,
      provider: provider.name,
    },
    depth: 0,
    draft: isDrafted && status === 'draft',
    req,
  })
}
