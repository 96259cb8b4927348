import { z } from 'zod'

import type { Resource } from '../Resource.js'
import type { Accounts, AccountsDefinition } from './Accounts.js'

import { CONSENT_CREDENTIALS } from '../auth/oauthConsent.js'

type ToAccountsArgs = {
  accounts: AccountsDefinition
  /** Whether records come in files, which takes no signing in. */
  hasFiles: boolean
  /** Filled with whatever cannot work. */
  mistakes: string[]
  resources: Readonly<Record<string, Resource>>
}

/** What people may enter of a provider, with every default filled in. */
export const toAccounts = ({
  accounts: { choices = {}, consent, credentials: given, schedules, settings = z.object({}), test },
  hasFiles,
  mistakes,
  resources,
}: ToAccountsArgs): Accounts => {
  if (hasFiles ? consent !== undefined : Boolean(consent) === Boolean(given)) {
    mistakes.push(
      hasFiles
        ? 'accounts of a provider whose source is files have no consent'
        : 'accounts must have either credentials or consent',
    )
  }
  const credentials: z.ZodObject = given ?? (hasFiles ? z.object({}) : CONSENT_CREDENTIALS)
  if (!hasFiles && Object.keys(credentials.shape).length === 0) {
    mistakes.push('accounts.credentials must name at least one')
  }
  mistakes.push(
    ...Object.keys(choices)
      .filter((name) => !(name in settings.shape))
      .map((name) => `accounts.choices has "${name}", which is no setting`),
    ...(schedules ?? [])
      .filter(({ mode, resource: wanted }) => !hasWork({ mode, resources, wanted }))
      .map(
        ({ mode, resource }) =>
          `accounts.schedules: no ${resource === undefined ? 'resource' : `resource "${resource}"`} ` +
          `has the mode ${mode}`,
      ),
  )
  return {
    choices,
    consent,
    credentials,
    schedules,
    settings,
    test: test ?? Object.values(choices)[0],
  }
}

type HasWorkArgs = {
  mode: keyof Resource['scopes']
  resources: Readonly<Record<string, Resource>>
  wanted: string | undefined
}

const hasWork = ({ mode, resources, wanted }: HasWorkArgs): boolean =>
  Object.entries(resources).some(
    ([name, { scopes }]) => scopes[mode] && (wanted === undefined || wanted === name),
  )
