import type { z } from 'zod'

import type { JsonObject } from '../../shared/json.js'
import type { OAuthConsent } from '../auth/oauthConsent.js'
import type { HttpClient } from '../http/HttpClient.js'
import type { SyncMode } from '../SyncMode.js'

/** One value of a setting that people may choose. */
export type SettingChoice = {
  /** As people read it. */
  label: string
  value: boolean | number | string
}

/** Powers for asking a provider in the name of one connection, outside of any run. */
export type AccountArgs = {
  /** Signs in with the credentials of the connection. */
  http: HttpClient
  /** Its settings as they are; those that nobody chose yet are absent. */
  settings: JsonObject
  signal: AbortSignal
}

/** Asks the provider which values a setting may have. */
export type ListChoices = (args: AccountArgs) => Promise<SettingChoice[]>

/** When each active connection is synced. */
export type AccountSchedule = {
  /** Five fields, in UTC. */
  cron: string
  mode: SyncMode
  /** @default every resource of the provider that has the mode, one after the other */
  resource?: string
}

/** Says that people may enter connections of their own, and what these consist of. */
export type AccountsDefinition = {
  /**
   * What the provider can tell about values of a setting, by its name. A form offers them.
   *
   * @default none: people type them
   */
  choices?: Readonly<Record<string, ListChoices>>
  /**
   * Lets people agree on a page of the provider instead of entering anything. Give this or
   * `credentials`.
   *
   * @default people enter credentials
   */
  consent?: OAuthConsent
  /**
   * What to sign in with: an object of texts. Forms are made from it: the key names a field, `title`
   * and `description` of `.meta()` are shown, and a field whose `meta({ format: 'plain' })` says so
   * is typed in the open; every other one is a password. None of it is ever shown again.
   *
   * @default none, which is for a provider whose source is files
   */
  credentials?: z.ZodObject
  /**
   * Taken for each active connection. Its runs go one after the other, and a slot that finds it at
   * work is skipped.
   *
   * @default what the resources propose
   */
  schedules?: readonly AccountSchedule[]
  /**
   * What else is particular about a connection: texts, numbers, switches. What the schema requires
   * may be chosen later; runs are refused until it is there.
   *
   * @default none
   */
  settings?: z.ZodObject
  /**
   * One request that succeeds only where the credentials are right.
   *
   * @default the first of `choices`; without any, nothing is asked and only the form is checked
   */
  test?: (args: AccountArgs) => Promise<unknown>
}

/** What people may enter of a provider, with every default. */
export type Accounts = {
  readonly choices: Readonly<Record<string, ListChoices>>
  readonly consent: OAuthConsent | undefined
  readonly credentials: z.ZodObject
  readonly schedules: readonly AccountSchedule[] | undefined
  readonly settings: z.ZodObject
  readonly test: ((args: AccountArgs) => Promise<unknown>) | undefined
}
