import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SubscriptionsArgs } from '../SubscriptionsArgs.js'

import { INTERVALS, SUBSCRIPTION_STATUSES } from '../documents/index.js'
import { dayFields, serviceField, sourceField } from '../fields/commonFields.js'
import { moneyFields } from '../fields/moneyFields.js'
import { toDescription } from '../fields/toDescription.js'

/**
 * A default of what somebody enters. A service that tells it later would contradict the default as
 * if a person had said it.
 */
const forPeople =
  <TValue>(value: TValue) =>
  ({ user }: { user?: null | object }): TValue | undefined =>
    user ? value : undefined

export const createSubscriptionsCollection = ({
  editorialTab,
  label,
  toOptions,
}: SubscriptionsArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['service', 'plan', 'status', 'price', 'currency', 'nextRenewal'],
    description: toDescription(label('descriptions:subscriptions')),
    listSearchableFields: ['service', 'plan'],
    useAsTitle: 'service',
  },
  defaultSort: 'service',
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            serviceField({ label }),
            {
              type: 'row',
              fields: [
                {
                  name: 'plan',
                  type: 'text',
                  admin: { width: '50%' },
                  label: label('fields:plan'),
                },
                {
                  name: 'status',
                  type: 'select',
                  admin: { width: '50%' },
                  defaultValue: forPeople('active'),
                  index: true,
                  label: label('fields:status'),
                  options: toOptions({
                    group: 'subscriptionStatus',
                    values: SUBSCRIPTION_STATUSES,
                  }),
                },
              ],
            },
            {
              type: 'row',
              fields: [
                ...moneyFields({ label, names: ['price'] }),
                {
                  name: 'intervalCount',
                  type: 'number',
                  admin: { width: '25%' },
                  defaultValue: forPeople(1),
                  label: label('fields:intervalCount'),
                  max: 1000,
                  min: 1,
                },
                {
                  name: 'interval',
                  type: 'select',
                  admin: { width: '25%' },
                  label: label('fields:interval'),
                  options: toOptions({ group: 'interval', values: INTERVALS }),
                },
              ],
            },
            {
              type: 'row',
              fields: dayFields({ label, names: ['started', 'nextRenewal', 'ended'] }),
            },
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'notes' }),
      ],
    },
    sourceField({ label, toOptions }),
  ],
})
