import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import { randomBytes } from 'node:crypto'

import type { Provider } from '../../../sdk/index.js'

import { STORED_PREFIX } from '../../../sdk/connections/Connection.js'
import { isSyncError } from '../../../shared/errors/index.js'
import { redact } from '../../../shared/redact/redact.js'
import { getSync } from '../../engine/Sync.js'
import { forgetAuth } from '../../store/auth/forgetAuth.js'
import { findConnections } from '../../store/connections/findConnections.js'
import { CREDENTIALS } from '../../store/connections/loadConnections.js'
import { openValues, sealValues } from '../../store/connections/sealValues.js'

const NAME_BYTES = 12

type Values = Record<string, unknown>

type PrepareArgs = {
  /** The document as it is; `undefined` for a new one. */
  before: undefined | Values
  /** As they were sent: all or some of them; those left out or blank stay as they are. */
  credentials: unknown
  req: PayloadRequest
  /** All other fields as they were sent. */
  wanted: Values
}

type Problem = { field: string; message: string }

export type PreparedConnection = {
  /** What cannot work, without a word of the credentials. */
  problems: Problem[]
  /** What to store over what was sent. */
  values: Values
}

/**
 * Checks what somebody sent of a connection by the schemas of its provider, and seals the
 * credentials. Settings that are required and absent are no problem yet: they may have to be
 * chosen from what the provider offers, which takes the credentials.
 */
export const prepareStoredConnection = async ({
  before,
  credentials,
  req,
  wanted,
}: PrepareArgs): Promise<PreparedConnection> => {
  const { database, providers } = getSync(req.payload)
  // What sealed credentials are bound to never changes.
  const name = (before?.name as string) ?? STORED_PREFIX + randomBytes(NAME_BYTES).toString('hex')
  const wantedProvider = before?.provider ?? wanted.provider
  const providerName = typeof wantedProvider === 'string' ? wantedProvider : ''
  const fixed = { name, provider: wantedProvider }
  const provider = providers.get(providerName)
  const { accounts } = provider ?? {}
  if (!provider || !accounts) {
    // One whose provider is gone may still be renamed, switched off or deleted.
    return before && isNothing(credentials)
      ? { problems: [], values: fixed }
      : { problems: [{ field: 'provider', message: describeOpen(providers) }], values: fixed }
  }
  const settings = checkSettings({ schema: accounts.settings, settings: wanted.settings })
  const given = toGiven(credentials)
  if (!given) {
    const problem = { field: 'credentials', message: 'Expected an object of texts.' }
    return { problems: [problem, ...settings], values: fixed }
  }
  if (Object.keys(given).length === 0) {
    // Who is to agree first can do so only with a connection that is there.
    const isComplete = before !== undefined || accounts.consent !== undefined
    const missing = isComplete
      ? []
      : checkCredentials({ given, schema: accounts.credentials }).problems
    return { problems: [...missing, ...settings], values: fixed }
  }
  const saved = before
    ? await readSaved({ id: before.id as number | string, provider, req })
    : undefined
  const all = { ...saved, ...given }
  const checked = checkCredentials({ given: all, schema: accounts.credentials })
  if (before && checked.problems.length === 0) {
    // Saving the same ones again is a word as well: whatever was wrong with them may be mended.
    const inTransaction = (await req.transactionID) !== undefined
    await forgetAuth({
      connection: name,
      database,
      provider: providerName,
      ...(inTransaction && { req }),
    })
  }
  return {
    problems: [...checked.problems, ...settings],
    values: {
      ...fixed,
      authFailures: 0,
      deactivatedReason: null,
      lastError: null,
      savedCredentials: Object.keys(checked.values),
      sealed: sealValues({
        connection: name,
        database,
        kind: CREDENTIALS,
        provider: providerName,
        values: checked.values,
      }),
      status: 'new',
      // Whoever enters new ones wants what was switched off for the old ones.
      ...(before?.deactivatedReason ? { active: true } : {}),
    },
  }
}

const isNothing = (credentials: unknown): boolean =>
  credentials === undefined || credentials === null

const describeOpen = (providers: ReadonlyMap<string, Provider>): string => {
  const open = [...providers.values()].filter(({ accounts }) => accounts).map(({ name }) => name)
  return `Expected a provider that takes connections (${open.join(', ') || 'there is none'}).`
}

/** What was entered; a blank stands for what is there already. `undefined` for no object of texts. */
const toGiven = (credentials: unknown): Record<string, string> | undefined => {
  if (isNothing(credentials)) {
    return {}
  }
  if (typeof credentials !== 'object' || Array.isArray(credentials)) {
    return undefined
  }
  const entries = Object.entries(credentials as Values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return entries.every(([, value]) => typeof value === 'string')
    ? (Object.fromEntries(entries) as Record<string, string>)
    : undefined
}

type ReadSavedArgs = { id: number | string; provider: Provider; req: PayloadRequest }

const readSaved = async ({
  id,
  provider: { name: provider },
  req,
}: ReadSavedArgs): Promise<undefined | Values> => {
  const { database } = getSync(req.payload)
  const [row] = await findConnections({
    database,
    filter: { id },
    req: req.transactionID === undefined ? undefined : req,
  })
  if (!row || row.sealed === null) {
    return undefined
  }
  try {
    const { name: connection, sealed } = row
    return openValues({ connection, database, kind: CREDENTIALS, provider, sealed }) as Values
  } catch (error) {
    if (isSyncError(error)) {
      return undefined
    }
    throw error
  }
}

type CheckCredentialsArgs = { given: Record<string, unknown>; schema: z.ZodObject }

const checkCredentials = ({
  given,
  schema,
}: CheckCredentialsArgs): { problems: Problem[]; values: Values } => {
  const { data, error } = schema.safeParse(given)
  const secrets = Object.values(given).map(String)
  const unknown = Object.keys(given).filter((key) => !(key in schema.shape))
  return {
    problems: [
      ...unknown.map(() => ({
        field: 'credentials',
        message: `Expected ${Object.keys(schema.shape).join(', ')}, and nothing else.`,
      })),
      ...(error?.issues ?? []).map(({ message, path }) => ({
        field: 'credentials',
        // A provider's own words may repeat what was entered.
        message: redact({ secrets, text: `${path.map(String).join('.')}: ${message}` }),
      })),
    ],
    values: data ?? {},
  }
}

type CheckSettingsArgs = { schema: z.ZodObject; settings: unknown }

const checkSettings = ({ schema, settings }: CheckSettingsArgs): Problem[] => {
  if (settings === undefined || settings === null) {
    return []
  }
  const given = settings as Values
  return (schema.safeParse(settings).error?.issues ?? [])
    .filter(({ path: [key] }) => key === undefined || !isNothing(given[String(key)]))
    .map(({ message, path }) => ({
      field: 'settings',
      message: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
    }))
}
