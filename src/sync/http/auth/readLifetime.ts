import { z } from 'zod'

/** Seconds since 1970. */
const claimsSchema = z.looseObject({ exp: z.number(), iat: z.number().optional() })

type ReadLifetimeArgs = { now: number; token: string }

/**
 * Milliseconds a token lives by its own words, where it is a JWT (RFC 7519) that has just been
 * issued. Counted from `iat` where it says that, so that a clock that is off here does no harm.
 */
export const readLifetime = ({ now, token }: ReadLifetimeArgs): number | undefined => {
  const parts = token.split('.')
  const claims = parts.length === 3 ? readClaims(parts[1] ?? '') : undefined
  if (!claims) {
    return undefined
  }
  const { exp, iat } = claims
  return iat !== undefined && iat < exp ? (exp - iat) * 1000 : exp * 1000 - now
}

const readClaims = (part: string): undefined | z.output<typeof claimsSchema> => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return claimsSchema.safeParse(claims).data
  } catch {
    // Three parts, and no JWT after all.
    return undefined
  }
}
