import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { OAuthConsent } from '../../../../sdk/index.js'
import type { Sync } from '../../../engine/Sync.js'
import type { FoundConnection } from '../getConnection.js'

import {
  toClientForm,
  toClientHeaders,
  tokenAnswerSchema,
} from '../../../../sdk/auth/oauthClient.js'
import { isRefusedError, isSyncError } from '../../../../shared/errors/index.js'
import { redactError } from '../../../../shared/errors/redactError.js'
import { getSync } from '../../../engine/Sync.js'
import { createHttpClient } from '../../../http/createHttpClient.js'
import { updateConnection } from '../../../store/connections/updateConnection.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { NO_RESOURCE } from '../../../store/issues/SyncIssue.js'
import { getConnection } from '../getConnection.js'
import { openState } from './consentState.js'

/**
 * What became of it: `done`; `denied` by the person; `failed` at the provider; `invalid` where it
 * was not begun here by the same person a moment ago.
 */
export type ConsentOutcome = 'denied' | 'done' | 'failed' | 'invalid'

type CompleteConsentArgs = {
  /** What the provider sent back. */
  answer: { code: null | string; error: null | string; state: null | string }
  payload: Payload
  req: PayloadRequest
  sight: Sight
  user: string
}

export type CompletedConsent = {
  /** Absent where nobody knows. */
  connectionId?: string
  outcome: ConsentOutcome
}

/** A person waits for it. */
const TIMEOUT_MS = 20_000

/** Takes what a person brings back from the provider, and keeps it as the connection's credentials. */
export const completeConsent = async ({
  answer: { code, error, state: sealed },
  payload,
  req,
  sight,
  user,
}: CompleteConsentArgs): Promise<CompletedConsent> => {
  const { clock, database } = getSync(payload)
  const state = sealed === null ? undefined : openState({ database, sealed })
  if (!state || state.user !== user || state.until <= clock.now().getTime()) {
    return { outcome: 'invalid' }
  }
  const { connectionId, redirectUrl, verifier } = state
  const found = await findAgain({ connectionId, payload, sight })
  const consent = found?.provider.accounts?.consent
  if (!found || !consent) {
    return { outcome: 'invalid' }
  }
  if (code === null) {
    return { connectionId, outcome: error === 'access_denied' ? 'denied' : 'failed' }
  }
  const { provider, stored, sync } = found
  const name = { connection: stored.name, database, provider: provider.name }
  try {
    const refreshToken = await takeCode({
      code,
      consent,
      label: provider.label,
      redirectUrl,
      sync,
      verifier,
    })
    await keep({ consent, found, refreshToken, req })
    return { connectionId, outcome: 'done' }
  } catch (failure) {
    if (!isSyncError(failure)) {
      throw failure
    }
    const { message } = redactError({ error: failure, secrets: [code, verifier] })
    await updateConnection({ ...name, state: { lastError: message } })
    return { connectionId, outcome: 'failed' }
  }
}

type FindAgainArgs = { connectionId: string; payload: Payload; sight: Sight }

/** It may have been deleted, or given to somebody else, while the person was away. */
const findAgain = async (args: FindAgainArgs): Promise<FoundConnection | undefined> => {
  try {
    return await getConnection(args)
  } catch (error) {
    if (isRefusedError(error)) {
      return undefined
    }
    throw error
  }
}

type TakeCodeArgs = {
  code: string
  consent: OAuthConsent
  label: string
  redirectUrl: string
  sync: Pick<Sync, 'clock'>
  verifier: string
}

/** RFC 6749, section 4.1.3, with RFC 7636, section 4.5. */
const takeCode = async ({
  code,
  consent,
  label,
  redirectUrl,
  sync: { clock },
  verifier,
}: TakeCodeArgs): Promise<string> => {
  const { origin, pathname, search } = new URL(consent.tokenUrl)
  const { clientSecret } = consent
  const secrets = [code, verifier, ...(clientSecret === undefined ? [] : [clientSecret])]
  const http = createHttpClient({
    // A code is good for one request.
    attempts: 1,
    clock,
    facts: { baseUrl: origin, headers: toClientHeaders(consent), secrets, timeoutMs: TIMEOUT_MS },
    provider: label,
  })
  const schema = tokenAnswerSchema.refine(({ refreshToken }) => refreshToken !== undefined, {
    error: 'Expected a refresh token.',
  })
  const { refreshToken } = await http.post(`${pathname}${search}`, {
    body: {
      form: {
        ...toClientForm(consent),
        code,
        code_verifier: verifier,
        grant_type: 'authorization_code',
        redirect_uri: redirectUrl,
      },
    },
    schema,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return refreshToken!
}

type KeepArgs = {
  consent: OAuthConsent
  found: FoundConnection
  refreshToken: string
  req: PayloadRequest
}

/** As if somebody had entered it: sealed, and whatever was wrong before is forgotten. */
const keep = async ({
  consent: { expiresAfterMonths },
  found: { provider, stored, sync },
  refreshToken,
  req: { user },
}: KeepArgs): Promise<void> => {
  const { clock, database, payload, slugs } = sync
  const now = clock.now()
  await inTransaction({
    database,
    work: async (req) => {
      await payload.update({
        id: stored.id,
        collection: slugs.syncConnections,
        data: {
          consentedAt: now.toISOString(),
          consentEndsAt:
            expiresAfterMonths === undefined ? null : addMonths(now, expiresAfterMonths),
          credentials: { refreshToken },
        },
        depth: 0,
        req,
        user,
      })
      await resolveIssues({
        database,
        externalIds: [stored.name],
        kinds: ['connection'],
        now,
        provider: provider.name,
        req,
        resource: NO_RESOURCE,
      })
    },
  })
}

/** The same day of a later month, or the last one that month has. */
const addMonths = (date: Date, months: number): string => {
  const end = new Date(date)
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(date.getUTCDate(), last))
  return end.toISOString()
}
