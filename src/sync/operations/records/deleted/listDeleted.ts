import type { Payload } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { DeletedRecord, KeptRecord } from '../../../store/records/deleted/findDeleted.js'

import { isObject } from '../../../engine/merge/flatten.js'
import { getSync } from '../../../engine/Sync.js'
import { findDeletedPage } from '../../../store/records/deleted/findDeleted.js'

/** A record whose document a person has deleted here, as it is listed. */
export type ListedDeletion = {
  /** What the document was called in the admin panel; `null` where it has no title of its own. */
  title: null | string
} & DeletedRecord

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
}: ListDeletedArgs): Promise<{ docs: ListedDeletion[]; totalDocs: number }> => {
  const { database } = getSync(payload)
  const { docs, totalDocs } = await findDeletedPage({ ...wanted, database, sight })
  const listed = docs.map(({ kept, ...record }) => ({
    ...record,
    title: toTitle({ collection: record.collection, kept, payload }),
  }))
  return { docs: listed, totalDocs }
}

type ToTitleArgs = Pick<KeptRecord, 'collection' | 'kept'> & Pick<ListDeletedArgs, 'payload'>

const toTitle = ({ collection, kept, payload }: ToTitleArgs): null | string => {
  const name = payload.collections[collection]?.config.admin.useAsTitle
  const { localization } = payload.config
  const value = name === undefined || name === 'id' ? undefined : kept?.[name]
  const said = isObject(value) && localization ? value[localization.defaultLocale] : value
  return typeof said === 'string' && said !== '' ? said : null
}
