import type { FieldHook } from 'payload'

import type { Provider } from '../../../../sdk/index.js'

import { listReadyConnections } from '../../../../sdk/connections/listReadyConnections.js'
import { findNextSlot } from '../../../../sync/schedule/slots/slots.js'
import { toScheduleSettings } from './toScheduleSettings.js'

/**
 * A live schedule stays due in the database while nothing is live. People are shown when it is
 * looked at next, and nothing for a provider that cannot be asked yet: nothing would come of it.
 */
export const showNextSlot =
  (providers: readonly Provider[]): FieldHook =>
  ({ data, value }) => {
    const provider = providers.find(({ name }) => name === data?.provider)
    // Where people enter connections, there may be some that the config does not know.
    if (provider && !provider.accounts && listReadyConnections(provider).length === 0) {
      return null
    }
    const now = new Date()
    if (data?.mode !== 'live' || typeof value !== 'string' || new Date(value) > now) {
      return value as unknown
    }
    return findNextSlot({ after: now, timing: toScheduleSettings(data) })?.toISOString() ?? null
  }
