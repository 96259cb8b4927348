import type { HttpAuth, IssuedToken } from '../../../sdk/index.js'
import type { KeptToken } from './AuthState.js'

import { readLifetime } from './readLifetime.js'

const DEFAULT_REFRESH_BEFORE_MS = 300_000

type ToKeptTokenArgs = {
  auth: Pick<HttpAuth, 'refreshBeforeMs'>
  issued: IssuedToken
  now: number
  /** The refresh token that it was got with; it stays good where no other came. */
  refreshToken: null | string
}

/** A token as it is kept, with the moments until which it is good. */
export const toKeptToken = ({
  auth: { refreshBeforeMs = DEFAULT_REFRESH_BEFORE_MS },
  issued: { expiresInMs, refreshToken: renewed, token },
  now,
  refreshToken,
}: ToKeptTokenArgs): KeptToken => {
  const lives = [expiresInMs, readLifetime({ now, token })].flatMap((ms) =>
    ms !== undefined && Number.isFinite(ms) ? Math.max(0, ms) : [],
  )
  const lifeMs = lives.length > 0 ? Math.min(...lives) : null
  return {
    expiresAt: lifeMs === null ? null : now + lifeMs,
    isSpent: false,
    // A token that lives shorter than that would be renewed with every request.
    refreshAt: lifeMs === null ? null : now + lifeMs - Math.min(refreshBeforeMs, lifeMs / 2),
    refreshToken: renewed ?? refreshToken,
    token,
  }
}
