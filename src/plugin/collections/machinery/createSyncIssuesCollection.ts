import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { ISSUE_KINDS } from '../../../sync/run/issues/IssueKind.js'
import { description, label, toOptions } from '../../translations/index.js'
import { limitIssuesToSight } from './connections/limitToSight.js'
import { defineMachineryCollection } from './defineMachineryCollection.js'
import { ISSUE_STATUSES } from './issueStatuses.js'

/**
 * Problems of records: one row for each, or one for all that have one cause. A problem that comes
 * back is the same row, opened again.
 */
export const createSyncIssuesCollection = ({
  access: { view: canView },
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: {
      defaultColumns: [
        'message',
        'kind',
        'status',
        'provider',
        'resource',
        'externalId',
        'recordCount',
        'updatedAt',
      ],
      description: description('descriptions:syncIssues'),
      listSearchableFields: ['message', 'externalId'],
      useAsTitle: 'message',
    },
    adminUserSlug,
    canView,
    defaultSort: '-updatedAt',
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'kind',
            type: 'select',
            admin: { width: '50%' },
            index: true,
            label: label('fields:kind'),
            options: toOptions({ group: 'issueKind', values: ISSUE_KINDS }),
            required: true,
          },
          {
            name: 'status',
            type: 'select',
            admin: { width: '50%' },
            defaultValue: 'open',
            index: true,
            label: label('fields:status'),
            options: toOptions({ group: 'issueStatus', values: ISSUE_STATUSES }),
            required: true,
          },
        ],
      },
      { name: 'message', type: 'textarea', label: label('fields:message') },
      { name: 'details', type: 'json', label: label('fields:details') },
      {
        name: 'provider',
        type: 'text',
        admin: { position: 'sidebar' },
        index: true,
        label: label('fields:provider'),
        required: true,
      },
      {
        name: 'resource',
        type: 'text',
        admin: { position: 'sidebar' },
        index: true,
        label: label('fields:resource'),
        required: true,
      },
      {
        name: 'externalId',
        type: 'text',
        admin: { position: 'sidebar' },
        index: true,
        // Nothing where the row stands for several records, or for none.
        label: label('fields:externalId'),
      },
      {
        name: 'recordCount',
        type: 'number',
        admin: { position: 'sidebar' },
        label: label('fields:recordCount'),
      },
      {
        name: 'connection',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:connection'),
      },
      {
        name: 'collection',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:collection'),
      },
      {
        name: 'documentId',
        type: 'text',
        admin: { position: 'sidebar' },
        label: label('fields:documentId'),
      },
      {
        name: 'run',
        type: 'relationship',
        admin: { position: 'sidebar' },
        index: true,
        label: label('fields:run'),
        relationTo: slugs.syncLogs,
      },
      // Of a record that could not be stored: as it was sent and mapped, since when and how often, and
      // which form of it a person has dealt with.
      { name: 'raw', type: 'textarea', admin: { hidden: true } },
      { name: 'rawHash', type: 'text', admin: { hidden: true } },
      { name: 'mapped', type: 'json', admin: { hidden: true } },
      { name: 'settledHash', type: 'text', admin: { hidden: true } },
      {
        name: 'firstSeenAt',
        type: 'date',
        admin: { date: { pickerAppearance: 'dayAndTime' }, position: 'sidebar' },
        label: label('fields:firstSeenAt'),
      },
      {
        name: 'lastSeenAt',
        type: 'date',
        admin: { date: { pickerAppearance: 'dayAndTime' }, position: 'sidebar' },
        label: label('fields:lastSeenAt'),
      },
      {
        name: 'timesSeen',
        type: 'number',
        admin: { position: 'sidebar' },
        label: label('fields:timesSeen'),
      },
      // Which connections met it, each between two strokes.
      { name: 'connections', type: 'text', admin: { hidden: true } },
      // When a record that could not be stored was last asked for again, and how often.
      { name: 'askedAt', type: 'date', admin: { hidden: true } },
      { name: 'asks', type: 'number', admin: { hidden: true }, defaultValue: 0 },
      // What many records have in common; and, of the row that stands for all of them, what makes it
      // one, and which records they are.
      { name: 'cause', type: 'text', admin: { hidden: true }, index: true },
      { name: 'key', type: 'text', admin: { hidden: true }, unique: true },
      { name: 'records', type: 'json', admin: { hidden: true } },
    ],
    // Only the sync writes them.
    graphQL: { disableMutations: true },
    indexes: [
      { fields: ['provider', 'resource', 'externalId', 'kind'], unique: true },
      { fields: ['collection', 'documentId'] },
    ],
    key: 'syncIssues',
    limit: limitIssuesToSight(providers),
    slugs,
  })
