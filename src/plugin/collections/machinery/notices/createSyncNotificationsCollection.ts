import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { SEVERITIES } from '../../../../sync/run/notices/Notice.js'
import { description, label, toOptions } from '../../../translations/index.js'
import { limitNoticesToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'

/** What people were told in the admin panel: one row for all that came of one run. */
export const createSyncNotificationsCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: {
      defaultColumns: ['title', 'severity', 'provider', 'resource', 'toldAt'],
      description: description('descriptions:syncNotifications'),
      listSearchableFields: ['title'],
      useAsTitle: 'title',
    },
    adminUserSlug,
    canView,
    defaultSort: '-toldAt',
    fields: [
      { name: 'title', type: 'text', label: label('fields:title') },
      {
        name: 'severity',
        type: 'select',
        admin: { position: 'sidebar' },
        index: true,
        label: label('fields:severity'),
        options: toOptions({ group: 'severity', values: SEVERITIES }),
      },
      // Of the most severe of what it tells.
      {
        name: 'name',
        type: 'text',
        admin: { position: 'sidebar' },
        index: true,
        label: label('fields:event'),
        required: true,
      },
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
      // When something was added last, by which it is read or not.
      {
        name: 'toldAt',
        type: 'date',
        admin: { date: { pickerAppearance: 'dayAndTime' }, position: 'sidebar' },
        index: true,
        label: label('fields:toldAt'),
      },
      { name: 'count', type: 'number', admin: { hidden: true } },
      { name: 'group', type: 'text', admin: { hidden: true }, index: true, required: true },
      { name: 'isRestricted', type: 'checkbox', admin: { hidden: true }, defaultValue: false },
      { name: 'notices', type: 'json', admin: { hidden: true } },
      // By user, when they read it last: of nobody's concern but theirs.
      {
        name: 'readBy',
        type: 'json',
        access: { read: () => false },
        admin: { hidden: true },
        hidden: true,
      },
    ],
    graphQL: { disableMutations: true },
    key: 'syncNotifications',
    limit: limitNoticesToSight,
    slugs,
  })
