import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SubscriptionsArgs } from '../SubscriptionsArgs.js'

import { CHARGE_KINDS, CHARGE_STATUSES } from '../documents/index.js'
import { dayFields, serviceField, sourceField } from '../fields/commonFields.js'
import { moneyFields } from '../fields/moneyFields.js'
import { toDescription } from '../fields/toDescription.js'

export const createChargesCollection = ({
  label,
  ofSamePerson,
  slugs,
  toOptions,
}: SubscriptionsArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['service', 'chargedAt', 'amount', 'currency', 'kind', 'status'],
    description: toDescription(label('descriptions:charges')),
    listSearchableFields: ['service', 'description'],
    useAsTitle: 'service',
  },
  defaultSort: '-chargedAt',
  fields: [
    serviceField({ label }),
    {
      type: 'row',
      fields: [
        ...moneyFields({ label, names: ['amount', 'tax'], required: true }),
        {
          name: 'chargedAt',
          type: 'date',
          admin: {
            date: { displayFormat: 'd MMM yyyy', pickerAppearance: 'dayOnly' },
            width: '25%',
          },
          // What somebody enters without a day would be in no month.
          defaultValue: ({ user }: { user?: null | object }) =>
            user ? new Date().toISOString() : undefined,
          index: true,
          label: label('fields:chargedAt'),
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          admin: { width: '50%' },
          defaultValue: 'subscription',
          index: true,
          label: label('fields:kind'),
          options: toOptions({ group: 'chargeKind', values: CHARGE_KINDS }),
        },
        {
          name: 'status',
          type: 'select',
          admin: { width: '50%' },
          defaultValue: 'paid',
          index: true,
          label: label('fields:status'),
          options: toOptions({ group: 'chargeStatus', values: CHARGE_STATUSES }),
        },
      ],
    },
    { type: 'row', fields: dayFields({ label, names: ['periodStart', 'periodEnd'] }) },
    {
      name: 'subscription',
      type: 'relationship',
      filterOptions: ofSamePerson,
      index: true,
      label: label('fields:subscription'),
      relationTo: slugs.subscriptions,
    },
    { name: 'description', type: 'text', label: label('fields:description') },
    sourceField({ label, toOptions }),
  ],
})
