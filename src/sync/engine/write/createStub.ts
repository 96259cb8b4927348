import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../../shared/json.js'
import type { Job } from '../batch/Job.js'
import type { FoundDocument } from './findDocuments.js'

import { isPassing } from '../../store/failures/isPassing.js'
import { noteChange } from '../events/changes.js'
import { flatten } from '../merge/flatten.js'
import { readShape } from '../merge/readShape.js'
import { createDocument } from './createDocument.js'
import { MisfitError } from './refusal/MisfitError.js'
import { StubRefusedError } from './refusal/StubRefusedError.js'
import { toMisfits } from './refusal/toMisfits.js'

type CreateStubArgs = {
  /** Slug of the collection that the resource fills. */
  collection: string
  externalId: string
  job: Job
  req: PayloadRequest
  resource: string
  stub: JsonObject
}

/**
 * Creates the document that stands in for a record which nobody listed.
 *
 * @throws StubRefusedError when the collection does not take it
 */
export const createStub = async ({
  collection,
  externalId,
  job,
  req,
  resource,
  stub,
}: CreateStubArgs): Promise<FoundDocument> => {
  const { payload, provider } = job
  const { flattenedFields } = payload.collections[collection]!.config
  try {
    const shape = readShape({ blocks: payload.blocks, flattenedFields })
    const misfits = toMisfits({ document: stub, job, shape })
    if (misfits.length > 0) {
      throw new MisfitError({ misfits })
    }
    const status = provider.resources.get(resource)?.status
    const created = await createDocument({
      collection,
      data: stub,
      externalId,
      job,
      req,
      status,
    })
    const fields = flatten({ document: stub, shape }).keys()
    noteChange({ id: created.id, collection, fields, operation: 'created', req })
    return created
  } catch (error) {
    throw isPassing(error)
      ? error
      : new StubRefusedError({ cause: error, collection, document: stub, externalId, resource })
  }
}
