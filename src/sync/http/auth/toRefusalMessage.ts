import type { AuthState } from './AuthState.js'

import { MOST_FAILURES } from './AuthState.js'

type ToRefusalMessageArgs = {
  /** The provider as people read it. */
  provider: string
  state: Pick<AuthState, 'failures' | 'reason' | 'status'>
}

/** Why requests of a connection are not sent, and what to do about it. */
export const toRefusalMessage = ({
  provider,
  state: { failures, reason, status },
}: ToRefusalMessageArgs): string => {
  const why = (reason ?? 'no reason is known').replace(/\.$/, '')
  if (status === 'refused') {
    return `${provider} refused the credentials: ${why}. It is not asked again until they change.`
  }
  return status === 'deactivated'
    ? `${provider} refused to renew the sign-in ${failures} times in a row, so this connection is ` +
        `deactivated: ${why}. Save new credentials to activate it.`
    : `${provider} refused to renew the sign-in: ${why}. This was failure ${failures} in a row; ` +
        `after ${MOST_FAILURES} the connection is deactivated.`
}
