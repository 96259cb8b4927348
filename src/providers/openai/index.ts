import { z } from 'zod'

import type { OpenaiOptions } from './options.js'
import type { OpenaiSource } from './Source.js'

import { subscriptions } from '../../content/subscriptions/index.js'
import { DEFAULT_CONNECTION, defineProvider, resolveProviderOptions } from '../../sdk/index.js'
import { createCosts } from './costs/costs.js'
import { findFailure } from './http/findFailure.js'
import { adminKeyRule, OPTION_RULES } from './options.js'
import { createUsage } from './usage/usage.js'

export { chatgpt } from './chatgpt/index.js'
export type { OpenaiOptions } from './options.js'

const anySchema = z.looseObject({ data: z.array(z.unknown()) })

/** Any day will do to find out whether a key is good. */
const SOME_DAY = Date.UTC(2024, 0, 1) / 1000

/**
 * What organisations pay for the API of OpenAI, and what they use of it. People enter admin keys
 * (`sk-admin-…`, made by an owner of the organisation) in the admin panel. ChatGPT Plus is paid
 * apart and has no API: see `chatgpt`, or enter it by hand.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const openai = (options: OpenaiOptions = {}) => {
  const { adminKey, baseUrl, historyDays } = resolveProviderOptions({
    environment: process.env,
    options,
    rules: OPTION_RULES,
    subject: 'openai',
  })
  return defineProvider({
    name: 'openai',
    accounts: {
      credentials: z.object({
        adminKey: adminKeyRule.schema.meta({
          description: 'An owner of the organisation makes it. Ordinary keys are refused.',
          title: 'Admin key',
        }),
      }),
      schedules: [{ cron: '20 5 * * *', mode: 'incremental' }],
      test: ({ http, signal }) => {
        const query = { bucket_width: '1d', limit: 1, start_time: SOME_DAY }
        return http.get('/organization/costs', { query, schema: anySchema, signal })
      },
    },
    connect: ({ credentials: { adminKey: key = '' } }) => ({
      baseUrl,
      findFailure,
      headers: { Authorization: `Bearer ${key}` },
    }),
    connections:
      adminKey === undefined ? undefined : { [DEFAULT_CONNECTION]: { credentials: { adminKey } } },
    content: subscriptions,
    label: 'OpenAI',
    resources: {
      costs: createCosts({ historyDays }),
      usage: createUsage({ historyDays }),
    },
    source: ({ name }): OpenaiSource => ({ connection: name }),
  })
}
