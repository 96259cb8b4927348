import type { Payload } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { DeletedRecord } from '../../../store/records/deleted/findDeleted.js'

import { getSync } from '../../../engine/Sync.js'
import { findDeletedPage } from '../../../store/records/deleted/findDeleted.js'

type ListDeletedArgs = {
  filter: Partial<Pick<DeletedRecord, 'collection' | 'provider' | 'resource'>>
  limit: number
  /** From 1. */
  page: number
  payload: Payload
  /** Of a record that no other connection sees, nothing is told. @default 'all' */
  sight?: Sight | undefined
}

/** A page of the records whose documents were deleted here, the newest first. */
export const listDeleted = async ({
  payload,
  sight = 'all',
  ...wanted
}: ListDeletedArgs): Promise<{ docs: DeletedRecord[]; totalDocs: number }> =>
  await findDeletedPage({ ...wanted, database: getSync(payload).database, sight })
