/** A token as it is kept. */
export type KeptToken = {
  /** Milliseconds since 1970; `null` for one that is used until it is refused. */
  expiresAt: null | number
  /** Whether the provider refused to renew it: it is not used again before a renewal went well. */
  isSpent: boolean
  /** Milliseconds since 1970 from when on it is renewed; `null` as above. */
  refreshAt: null | number
  refreshToken: null | string
  token: string
}

/**
 * - `ok`: in use, or nobody has signed in yet
 * - `refused`: the first sign-in was refused; nothing is tried until the credentials change
 * - `deactivated`: renewals were refused too often; nothing is tried until the credentials change
 */
export type AuthStatus = 'deactivated' | 'ok' | 'refused'

/** What all processes know together of how a connection is signed in. */
export type AuthState = {
  /** Tells these credentials from others; a hash. */
  credentials: string
  /** Renewals refused in a row. */
  failures: number
  /** Why the last sign-in or renewal was refused, without secrets; `null` when it went well. */
  reason: null | string
  status: AuthStatus
  /** `null` while nobody has signed in with these credentials. */
  token: KeptToken | null
  /** Counts sign-ins and renewals, however they ended. */
  version: number
}

/** So many renewals refused in a row deactivate a connection. */
export const MOST_FAILURES = 3

/** Before anybody signed in. */
export const toFirstState = (credentials: string): AuthState => ({
  credentials,
  failures: 0,
  reason: null,
  status: 'ok',
  token: null,
  version: 0,
})

/** After a sign-in or a renewal that went well. */
export const toSignedIn = (state: AuthState, token: KeptToken): AuthState => ({
  ...state,
  failures: 0,
  reason: null,
  status: 'ok',
  token,
  version: state.version + 1,
})

/**
 * After one that was refused. What was never signed in is not tried again; what was is tried again
 * with the next run, and not for ever.
 */
export const toRefused = (state: AuthState, reason: string): AuthState => {
  const version = state.version + 1
  if (!state.token) {
    return { ...state, reason, status: 'refused', version }
  }
  const failures = state.failures + 1
  return {
    ...state,
    failures,
    reason,
    status: failures >= MOST_FAILURES ? 'deactivated' : 'ok',
    token: { ...state.token, isSpent: true },
    version,
  }
}

/** The state as it holds for these credentials: what is known of others says nothing. */
export const toOwnState = (state: AuthState | undefined, credentials: string): AuthState =>
  state?.credentials === credentials
    ? state
    : { ...toFirstState(credentials), version: state?.version ?? 0 }

type IsUsableArgs = { now: number; state: AuthState }

/** Whether requests may be sent with the token of this state. */
export const isUsable = ({ now, state: { status, token } }: IsUsableArgs): boolean =>
  status === 'ok' && token !== null && !token.isSpent && !isOver(token.expiresAt, now)

/** Whether the token is to be renewed before anything else is sent. */
export const isDue = (args: IsUsableArgs): boolean =>
  !isUsable(args) || isOver(args.state.token?.refreshAt ?? null, args.now)

const isOver = (moment: null | number, now: number): boolean => moment !== null && moment <= now
