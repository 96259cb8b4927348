import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { SEVERITIES } from '../../../../sync/run/notices/Notice.js'
import { description, label, toOptions } from '../../../translations/index.js'
import { limitNoticesToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'

const STATUSES = ['pending', 'delivered', 'failed'] as const

/** Each thing that a channel is to tell or has told: those of one message have the same `message`. */
export const createSyncDeliveriesCollection = ({
  access: { manage: canManage },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: {
      defaultColumns: ['name', 'channel', 'status', 'attempts', 'answerStatus', 'deliveredAt'],
      description: description('descriptions:syncDeliveries'),
      listSearchableFields: ['name', 'channel', 'error'],
      useAsTitle: 'name',
    },
    adminUserSlug,
    // What goes out of the project is for those who manage it.
    canView: canManage,
    defaultSort: '-createdAt',
    fields: [
      { name: 'name', type: 'text', index: true, label: label('fields:event'), required: true },
      {
        name: 'channel',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:channel'),
        required: true,
      },
      { name: 'type', type: 'text', admin: { hidden: true } },
      {
        name: 'status',
        type: 'select',
        admin: { position: 'sidebar' },
        defaultValue: 'pending',
        index: true,
        label: label('fields:status'),
        options: toOptions({ group: 'deliveryStatus', values: STATUSES }),
        required: true,
      },
      {
        name: 'severity',
        type: 'select',
        admin: { position: 'sidebar' },
        label: label('fields:severity'),
        options: toOptions({ group: 'severity', values: SEVERITIES }),
      },
      {
        name: 'attempts',
        type: 'number',
        admin: { position: 'sidebar' },
        defaultValue: 0,
        label: label('fields:attempts'),
      },
      ...(['dueAt', 'deliveredAt'] as const).map((name) => ({
        name,
        type: 'date' as const,
        admin: {
          date: { pickerAppearance: 'dayAndTime' as const },
          position: 'sidebar' as const,
        },
        label: label(`fields:${name}`),
      })),
      {
        name: 'provider',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:provider'),
      },
      {
        name: 'resource',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:resource'),
      },
      {
        name: 'connection',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:connection'),
      },
      { name: 'answerStatus', type: 'number', label: label('fields:answerStatus') },
      { name: 'answer', type: 'textarea', label: label('fields:answer') },
      { name: 'error', type: 'textarea', label: label('fields:error') },
      { name: 'notice', type: 'json', label: label('fields:details') },
      // What makes it one, on all hosts.
      { name: 'cause', type: 'text', admin: { hidden: true }, required: true },
      { name: 'group', type: 'text', admin: { hidden: true }, required: true },
      { name: 'happenedAt', type: 'date', admin: { hidden: true }, required: true },
      // Nothing until it is sent.
      { name: 'message', type: 'text', admin: { hidden: true }, index: true },
      // What comes after it waits for it.
      { name: 'isHolding', type: 'checkbox', admin: { hidden: true }, defaultValue: false },
      { name: 'isRestricted', type: 'checkbox', admin: { hidden: true }, defaultValue: false },
      // Until then a process is about to send it.
      { name: 'lockedUntil', type: 'date', admin: { hidden: true } },
    ],
    graphQL: false,
    indexes: [
      { fields: ['channel', 'cause'], unique: true },
      { fields: ['channel', 'status', 'dueAt'] },
      { fields: ['group'] },
    ],
    key: 'syncDeliveries',
    limit: limitNoticesToSight,
    slugs,
  })
