import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SubscriptionsArgs } from '../SubscriptionsArgs.js'

import { dayFields, numberFields, serviceField, sourceField } from '../fields/commonFields.js'

export const createApiUsageCollection = ({
  label,
  toOptions,
}: SubscriptionsArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['model', 'day', 'requests', 'inputTokens', 'outputTokens', 'service'],
    listSearchableFields: ['model', 'service'],
    useAsTitle: 'model',
  },
  defaultSort: '-day',
  fields: [
    serviceField({ label }),
    {
      type: 'row',
      fields: [
        {
          name: 'model',
          type: 'text',
          admin: { width: '50%' },
          index: true,
          label: label('fields:model'),
          required: true,
        },
        ...dayFields({ label, names: ['day'], required: true }),
      ],
    },
    numberFields({ label, names: ['requests', 'tokens'] }),
    numberFields({ label, names: ['inputTokens', 'cachedTokens', 'outputTokens'] }),
    sourceField({ label, toOptions }),
  ],
})
