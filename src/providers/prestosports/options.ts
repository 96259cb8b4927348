import { z } from 'zod'

import type { ConnectionOptions, OptionRule } from '../../sdk/index.js'

import { asJson, BASE_URL_RULE } from '../../sdk/index.js'
import { settingsSchema } from './account/settings.js'

/** One account of PrestoSports, as a project gives it in its config. */
export type PrestosportsConnection = {
  credentials: { password: string | undefined; username: string | undefined }
  settings?: {
    /**
     * Id of the one season to read, as `/me/seasons` names it.
     *
     * @default all that the account sees
     */
    season?: string
    /**
     * Id of the one team to read, as `/me/teams` names it. Team ids belong to a season: a new year
     * is a new one.
     *
     * @default all that the account sees
     */
    team?: string
  }
}

/** What a project may say about PrestoSports. Everything has a default. */
export type PrestosportsOptions = {
  /**
   * Where the API is. Change it for a proxy of your own or for a server that plays PrestoSports in
   * tests.
   *
   * @default the environment variable `PRESTOSPORTS_BASE_URL`, else
   * `https://gameday-api.prestosports.com/api`
   */
  baseUrl?: string
  /**
   * Accounts that the config knows, by a name that never changes.
   *
   * @default one called `default`, where `PRESTOSPORTS_USERNAME` and `PRESTOSPORTS_PASSWORD` are set
   */
  connections?: Readonly<Record<string, PrestosportsConnection>>
}

const credential = z.string().optional()

const connectionsSchema: z.ZodType<Readonly<Record<string, ConnectionOptions>>> = z.record(
  z.string(),
  z.object({
    credentials: z.object({ password: credential, username: credential }),
    settings: settingsSchema.strict().optional(),
  }),
)

export const OPTION_RULES = {
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://gameday-api.prestosports.com/api',
    variables: ['PRESTOSPORTS_BASE_URL'],
  },
  connections: {
    expectation:
      'accounts by name, each with credentials { username, password } and settings { team, season }',
    schema: connectionsSchema,
    // It holds passwords.
    show: (value) =>
      typeof value === 'object' && value !== null ? asJson(Object.keys(value)) : typeof value,
  },
} satisfies Record<keyof PrestosportsOptions, OptionRule>
