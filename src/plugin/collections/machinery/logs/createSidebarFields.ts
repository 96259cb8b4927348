import type { Field } from 'payload'

import { TRIGGERS } from '../../../../sync/run/Run.js'
import { label, toOptions } from '../../../translations/index.js'

/** What stands beside a run: who asked for it, when it went, and what it cost. */
export const createSidebarFields = ({ adminUserSlug }: { adminUserSlug: string }): Field[] => [
  {
    name: 'trigger',
    type: 'select',
    admin: { position: 'sidebar' },
    index: true,
    label: label('fields:trigger'),
    options: toOptions({ group: 'trigger', values: TRIGGERS }),
    required: true,
  },
  {
    name: 'initiatedBy',
    type: 'relationship',
    admin: { position: 'sidebar' },
    label: label('fields:initiatedBy'),
    relationTo: adminUserSlug,
  },
  {
    // Whoever it was: the relation finds users of the admin panel only.
    name: 'initiator',
    type: 'group',
    admin: {
      condition: (data) =>
        Boolean(data?.initiator?.collection) && data.initiator.collection !== adminUserSlug,
      position: 'sidebar',
    },
    fields: [
      { name: 'collection', type: 'text', label: label('fields:collection') },
      { name: 'user', type: 'text', label: label('fields:documentId') },
    ],
    label: label('fields:initiatedBy'),
  },
  {
    name: 'startedAt',
    type: 'date',
    admin: { date: { pickerAppearance: 'dayAndTime' }, position: 'sidebar' },
    index: true,
    label: label('fields:startedAt'),
  },
  {
    name: 'finishedAt',
    type: 'date',
    admin: { date: { pickerAppearance: 'dayAndTime' }, position: 'sidebar' },
    index: true,
    label: label('fields:finishedAt'),
  },
  {
    name: 'requests',
    type: 'number',
    admin: { position: 'sidebar' },
    defaultValue: 0,
    label: label('fields:requests'),
  },
]
