import type { Sync } from '../../Sync.js'

import { findHttpFacts } from '../../../../sdk/connections/findHttpFacts.js'
import { toOwnState } from '../../../http/auth/AuthState.js'
import { toFingerprint } from '../../../http/auth/toFingerprint.js'
import { toRefusalMessage } from '../../../http/auth/toRefusalMessage.js'
import { getTokenStore } from './getTokenStore.js'

type FindDeactivationArgs = {
  /** `null` for all of them, of which each is looked at by itself. */
  connection: null | string
  /** Its name. */
  provider: string
  sync: Pick<Sync, 'clock' | 'database' | 'providers'>
}

/**
 * Why a connection is deactivated, in words; `undefined` for one that is not, and for one whose
 * credentials have changed since.
 */
export const findDeactivation = async ({
  connection,
  provider: name,
  sync: { clock, database, providers },
}: FindDeactivationArgs): Promise<string | undefined> => {
  const provider = providers.get(name)
  if (!provider || connection === null) {
    return undefined
  }
  const facts = findHttpFacts({ connection, provider })
  if (!facts?.auth) {
    return undefined
  }
  const { label } = provider
  const stored = await getTokenStore({ clock, connection, database, label, provider: name }).find()
  const state = toOwnState(stored, toFingerprint(facts))
  return state.status === 'deactivated' ? toRefusalMessage({ provider: label, state }) : undefined
}
