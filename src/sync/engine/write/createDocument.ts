import type { PayloadRequest } from 'payload'

import type { Resource } from '../../../sdk/index.js'
import type { Job, Writer } from '../batch/Job.js'
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
  /** Writes the document with those of its batch. @default on its own */
  writer?: undefined | Writer
}

/** Creates the document of a record. In a collection with drafts it is published, or as told. */
export const createDocument = async ({
  collection,
  data,
  externalId,
  job,
  req,
  status = 'published',
  writer,
}: CreateDocumentArgs): Promise<FoundDocument> => {
  const { beforeWrite, payload, provider } = job
  const prepare = async () => {
    const said = await toWritableData({
      data,
      externalId,
      job: { beforeWrite, collection, provider },
      operation: 'create',
      req,
    })
    return { owner: await findOwner({ collection, job, req }), said }
  }
  const { owner, said } = writer ? await writer.inTurn(prepare) : await prepare()
  const isDrafted = hasDrafts({ job: { collection, payload } })
  const context = toHookContext(job)
  const written = {
    ...said,
    ...owner,
    ...(isDrafted && { _status: status }),
    externalId,
    provider: provider.name,
  }
  const create = async (): Promise<FoundDocument> => {
    startContext(req)
    return await payload.create({
      collection,
      context,
      data: written,
      depth: 0,
      draft: isDrafted && status === 'draft',
      req,
    })
  }
  return writer
    ? await writer.create({ creation: { context, data: written }, plainly: create })
    : await create()
}
