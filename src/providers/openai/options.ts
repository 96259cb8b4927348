import { z } from 'zod'

import type { OptionRule } from '../../sdk/index.js'

import { BASE_URL_RULE, DAYS_RULE, secretRule } from '../../sdk/index.js'

/** What a project may say about OpenAI. Everything has a default. */
export type OpenaiOptions = {
  /**
   * An admin key of the project's own organisation, for a connection called `default`. People enter
   * theirs in the admin panel.
   *
   * @default the environment variable `OPENAI_ADMIN_KEY`, else there is no such connection
   */
  adminKey?: string
  /**
   * Where the API is. Change it for a proxy of your own or for a server that plays OpenAI in tests.
   *
   * @default the environment variable `OPENAI_ADMIN_BASE_URL`, else `https://api.openai.com/v1`
   */
  baseUrl?: string
  /**
   * How many days before now a full sync, and the first one, goes back to.
   *
   * @default 365
   */
  historyDays?: number
}

export const adminKeyRule = secretRule('a key in one word, made by an owner of the organisation')

export const OPTION_RULES = {
  adminKey: { ...adminKeyRule, variables: ['OPENAI_ADMIN_KEY'] },
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://api.openai.com/v1',
    variables: ['OPENAI_ADMIN_BASE_URL'],
  },
  historyDays: { ...DAYS_RULE, default: 365, schema: DAYS_RULE.schema.pipe(z.number().min(3)) },
} satisfies Record<keyof OpenaiOptions, OptionRule>
