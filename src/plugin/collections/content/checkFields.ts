import type { Field, PayloadRequest } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'

import { CHECK_STATUSES } from '../../../sync/store/checks/CHECK_STATUSES.js'
import { label, toOptions } from '../../translations/index.js'

/** Columns of a list that say how its documents stand. */
export const CHECK_COLUMNS: readonly string[] = ['syncStatus', 'lastSyncAt']

type CheckFieldsArgs = {
  /** From whom they are kept. @default nobody who may read the document */
  isHiddenFrom?: ((args: { req: PayloadRequest }) => boolean) | undefined
  slugs: Slugs
}

/**
 * When a document's record was last looked at and how it stands, read from the row that is noted of
 * the record. A sync writes that row and not the document.
 */
export const checkFields = ({ isHiddenFrom, slugs }: CheckFieldsArgs): Field[] => {
  const access = {
    create: () => false,
    update: () => false,
    ...(isHiddenFrom && { read: (args: { req: PayloadRequest }) => !isHiddenFrom(args) }),
  }
  const admin = { disableBulkEdit: true, position: 'sidebar', readOnly: true } as const
  return [
    {
      name: 'syncStatus',
      type: 'select',
      access,
      admin,
      label: label('fields:syncStatus'),
      options: toOptions({ group: 'checkStatus', values: CHECK_STATUSES }),
      virtual: 'syncCheck.status',
    },
    {
      name: 'lastSyncAt',
      type: 'date',
      access,
      // In the form, the panel about syncs says it.
      admin: { ...admin, condition: () => false, date: { pickerAppearance: 'dayAndTime' } },
      label: label('fields:lastSyncAt'),
      virtual: 'syncCheck.checkedAt',
    },
    {
      name: 'syncCheck',
      type: 'relationship',
      access,
      admin: { disabled: true },
      // Payload reads the two through it, and nobody has to see more of the row than they say.
      index: true,
      maxDepth: 0,
      relationTo: slugs.syncChecks,
    },
  ]
}
