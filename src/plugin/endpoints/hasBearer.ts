import { createHash, timingSafeEqual } from 'node:crypto'

const SCHEME = 'Bearer '

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

type HasBearerArgs = { headers: Headers; secret: string }

/** Whether a request carries this secret. Takes as long for a near miss as for a far one. */
export const hasBearer = ({ headers, secret }: HasBearerArgs): boolean => {
  const authorization = headers.get('authorization') ?? ''
  const given = authorization.startsWith(SCHEME) ? authorization.slice(SCHEME.length) : ''
  return timingSafeEqual(digest(given), digest(secret))
}
