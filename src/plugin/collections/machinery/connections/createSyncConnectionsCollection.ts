import type { CollectionConfig, Field } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { CONNECTION_STATUSES } from '../../../../sync/store/connections/StoredConnection.js'
import { description, label, toOptions } from '../../../translations/index.js'
import { tellReasons } from '../../tellReasons.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'
import { removeDeleted, stopInactive } from './followConnection.js'
import { giveBelongings } from './giveBelongings.js'
import { prepareConnection } from './prepareConnection.js'
import { toConnectionForms } from './toConnectionForms.js'

const COMPONENTS = {
  cell: 'payload-plugin-sync/client#ConnectionCell',
  choice: 'payload-plugin-sync/client#ScheduleChoice',
  field: 'payload-plugin-sync/client#ConnectionField',
} as const

/** What the sync writes and people only read. */
const OWN = { create: () => false, update: () => false }

/** What nobody is ever told, whoever asks and by whatever way. */
const NEVER = { create: () => false, read: () => false, update: () => false }

/** What the sync notes of a connection. */
const noted = (field: { name: string } & Partial<Field>): Field =>
  ({
    access: OWN,
    label: label(`fields:${field.name as 'status'}`),
    ...field,
    admin: {
      condition: (data: Record<string, unknown>) => Boolean(data?.[field.name]),
      position: 'sidebar',
      readOnly: true,
      ...field.admin,
    },
  }) as Field

/**
 * Connections that people enter. Whoever made one sees and changes it, and nobody else but those
 * whom `access.connections` lets. Its credentials go in and never come out.
 */
export const createSyncConnectionsCollection = ({
  access: { connections: ofAll, view: canView },
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig => {
  const canReach: NonNullable<CollectionConfig['access']>['read'] = async ({ req }) =>
    req.user?.collection === adminUserSlug &&
    (await canView({ req })) &&
    ((await ofAll({ req })) || { owner: { equals: req.user.id } })

  const forms = toConnectionForms(providers)
  const toComponent = (of: 'check' | 'credentials' | 'delete' | 'settings') => ({
    clientProps: { forms, logsSlug: slugs.syncLogs, of },
    path: COMPONENTS.field,
  })
  const toPart = (of: 'check' | 'credentials' | 'settings') => ({ Field: toComponent(of) })
  const choices = forms.map(({ label: text, provider }) => ({
    label: text,
    resources: [],
    value: provider,
  }))

  return defineMachineryCollection({
    access: {
      create: async ({ req }) => req.user?.collection === adminUserSlug && (await canView({ req })),
      delete: canReach,
      read: canReach,
      update: canReach,
    },
    admin: {
      components: { edit: { editMenuItems: [toComponent('delete')] } },
      defaultColumns: ['label', 'provider', 'status', 'active', 'lastSuccessAt'],
      description: description('descriptions:syncConnections'),
      listSearchableFields: ['label', 'provider'],
      useAsTitle: 'label',
    },
    adminUserSlug,
    canView,
    defaultSort: 'label',
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'provider',
            type: 'text',
            access: { update: () => false },
            admin: {
              components: {
                Cell: COMPONENTS.cell,
                Field: { clientProps: { choices, of: 'provider' }, path: COMPONENTS.choice },
              },
              width: '50%',
            },
            index: true,
            label: label('fields:provider'),
            required: true,
          },
          {
            name: 'label',
            type: 'text',
            admin: { width: '50%' },
            label: label('fields:label'),
            required: true,
          },
        ],
      },
      // Goes in and never comes out: there is no column of this name to read, sort or filter by.
      {
        name: 'credentials',
        type: 'json',
        access: { read: () => false },
        admin: { disableListColumn: true, disableListFilter: true },
        label: label('fields:credentials'),
        virtual: true,
      },
      // Nobody may read the field above, so the admin draws none of it.
      {
        name: 'credentialsForm',
        type: 'ui',
        admin: { components: toPart('credentials'), disableListColumn: true },
      },
      {
        name: 'settings',
        type: 'json',
        admin: { components: toPart('settings') },
        label: label('fields:settings'),
      },
      {
        name: 'check',
        type: 'ui',
        admin: { components: toPart('check'), disableListColumn: true },
      },
      {
        name: 'active',
        type: 'checkbox',
        admin: { components: { Cell: COMPONENTS.cell }, position: 'sidebar' },
        defaultValue: true,
        label: label('fields:active'),
      },
      {
        name: 'owner',
        type: 'relationship',
        access: {
          create: async ({ req }) => await ofAll({ req }),
          update: async ({ req }) => await ofAll({ req }),
        },
        admin: { position: 'sidebar' },
        index: true,
        label: label('fields:owner'),
        relationTo: adminUserSlug,
      },
      noted({
        name: 'status',
        type: 'select',
        defaultValue: 'new',
        options: toOptions({ group: 'connectionStatus', values: CONNECTION_STATUSES }),
      }),
      noted({
        name: 'lastSuccessAt',
        type: 'date',
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      }),
      // Beside the button that tries it, so not once more.
      noted({ name: 'lastError', type: 'textarea', admin: { condition: () => false } }),
      noted({ name: 'authFailures', type: 'number', defaultValue: 0 }),
      noted({ name: 'deactivatedReason', type: 'textarea', admin: { condition: () => false } }),
      // When its owner agreed at the provider, and when that ends: told beside the button for it.
      noted({ name: 'consentedAt', type: 'date', admin: { condition: () => false } }),
      noted({ name: 'consentEndsAt', type: 'date', admin: { condition: () => false } }),
      // Which of the credentials are there, by name.
      noted({ name: 'savedCredentials', type: 'json', admin: { hidden: true } }),
      // What its runs and records are kept under.
      noted({ name: 'name', type: 'text', admin: { hidden: true } }),
      {
        name: 'sealed',
        type: 'text',
        access: NEVER,
        admin: { disableListColumn: true, disableListFilter: true, hidden: true },
        hidden: true,
      },
    ],
    hooks: {
      afterChange: [stopInactive, giveBelongings],
      afterError: [tellReasons],
      // Not even for code that may read everything, and not encrypted.
      afterRead: [({ doc }) => withoutSealed(doc as Record<string, unknown>)],
      beforeDelete: [removeDeleted],
      beforeValidate: [prepareConnection],
    },
    indexes: [{ fields: ['provider', 'name'], unique: true }],
    key: 'syncConnections',
    slugs,
  })
}

const withoutSealed = ({ sealed: _, ...rest }: Record<string, unknown>): Record<string, unknown> =>
  rest
