import type { SyncError } from '../../../shared/errors/index.js'

import {
  isSyncError,
  RateLimitedError,
  TurnedAwayError,
  UnavailableError,
} from '../../../shared/errors/index.js'

/** What a provider asked to wait for too long, as a wait: it refused nothing but the moment. */
export const asWait = (error: SyncError): SyncError => {
  const { message, retryAfterMs } = error
  if (isSyncError(error, 'RATE_LIMITED')) {
    return new RateLimitedError({ isWait: true, message, retryAfterMs })
  }
  return isSyncError(error, 'TURNED_AWAY')
    ? new TurnedAwayError({ isWait: true, message, retryAfterMs })
    : new UnavailableError(message, { isWait: true, retryAfterMs })
}
