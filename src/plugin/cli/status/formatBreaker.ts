import type { BreakerStatus } from '../../../sync/operations/status/SyncStatus.js'

/** Why a provider is not asked, in one line; nothing while it is. */
export const formatBreaker = ({ reason, state, until }: BreakerStatus): string[] => {
  if (state === 'closed') {
    return []
  }
  const pause =
    state === 'open' ? `not asked until ${until}` : 'asked once, to see whether it is back'
  return [`does not answer, ${pause}: ${reason ?? 'no reason is known.'}`]
}
