import type { EditedField } from '../../engine/batch/findEdited.js'
import type { Job } from '../../engine/batch/Job.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'

import { isReference } from '../../../sdk/index.js'
import { flatten } from '../../engine/merge/flatten.js'
import { isSameValue } from '../../engine/merge/isSameValue.js'
import { findWaiting } from '../../store/records/waiting/findWaiting.js'

type FindWaitingUpdateArgs = {
  job: Job
  record: Pick<SyncRecord, 'base' | 'externalId'>
}

/** What a provider said while somebody had the document open. It is stored after that. */
export type WaitingUpdate = {
  /** What it will change, as far as nobody else changes the same. */
  fields: EditedField[]
  /** When it was said. ISO 8601. */
  since: string
}

/** The update that waits for a document to be closed, or `null` when none does. */
export const findWaitingUpdate = async ({
  job: { database, provider, resourceName, shape },
  record: { base, externalId },
}: FindWaitingUpdateArgs): Promise<null | WaitingUpdate> => {
  const [waiting] = await findWaiting({
    database,
    externalId,
    provider: provider.name,
    resource: resourceName,
  })
  if (!waiting) {
    return null
  }
  const { document, saidAt } = waiting.word
  const before = flatten({ document: base, shape })
  const fields = [...flatten({ document, shape })].flatMap(([path, said]): EditedField[] => {
    const field = shape.get(path)
    const isNews = field && !isSameValue({ a: before.get(path), b: said, field })
    return isNews ? [{ field: path, said: isReference(said) ? said.externalId : said }] : []
  })
  return { fields, since: saidAt }
}
