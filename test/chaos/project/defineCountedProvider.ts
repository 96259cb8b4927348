import { z } from 'zod'

import type { Provider } from '../../../src/sdk/index.js'

import { soccer } from '../../../src/content/soccer/index.js'
import { defineProvider, defineResource } from '../../../src/sdk/index.js'

const numberOf = (headers: Headers, name: string): number => Number(headers.get(name))

/** A provider with one budget, which its answers tell in headers. */
export const defineCountedProvider = ({ baseUrl }: { baseUrl: string }): Provider =>
  defineProvider({
    name: 'counted',
    content: soccer,
    http: {
      baseUrl,
      budgets: () => ['window'],
      readQuota: ({ headers }) =>
        headers.has('x-limit')
          ? [
              {
                name: 'window',
                limit: numberOf(headers, 'x-limit'),
                remaining: numberOf(headers, 'x-remaining'),
                resetsInMs: numberOf(headers, 'x-resets-in-ms'),
              },
            ]
          : [],
    },
    resources: {
      teams: defineResource({
        collection: 'teams',
        externalId: () => '1',
        fetchPage: () => Promise.resolve({ records: [] }),
        map: () => ({ name: 'A team' }),
        schema: z.looseObject({}),
        scopes: { full: () => [] },
      }),
    },
  })
