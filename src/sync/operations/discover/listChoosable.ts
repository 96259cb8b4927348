import type { Payload } from 'payload'

import { DEFAULT_CONNECTION } from '../../../sdk/index.js'
import { getSync } from '../../engine/Sync.js'

type ListChoosableArgs = {
  payload: Payload
  /** Its name. */
  provider: string
}

/** What people may choose of a provider, as it names it; nothing of one that nobody knows. */
export const listChoosable = ({ payload, provider: name }: ListChoosableArgs): string[] => {
  const provider = getSync(payload).providers.get(name)
  // It is asked with the connection of the config, where it has one.
  return provider?.connections.has(DEFAULT_CONNECTION) ? Object.keys(provider.discover ?? {}) : []
}
