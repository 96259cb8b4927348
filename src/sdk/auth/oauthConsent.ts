import { z } from 'zod'

import type { HttpAuth } from './HttpAuth.js'
import type { OAuthClient } from './oauthClient.js'

import { oauthAuth } from './oauthAuth.js'

/** What `oauthConsent` is given: what is particular about one provider. */
export type OAuthConsentOptions = {
  /** The page on which people agree. */
  authorizeUrl: string
  /**
   * Months from the moment somebody agreed to the end of it, however often tokens are renewed.
   * People are warned a month before.
   *
   * @default it has no end
   */
  expiresAfterMonths?: number
  /** Sent to that page besides. @default nothing */
  query?: Readonly<Record<string, string>>
  /** What people are asked to agree to. */
  scopes: readonly string[]
  /** Where tokens are got and renewed: a whole URL. */
  tokenUrl: string
} & OAuthClient

/** How people let a provider be read in their name, without a password (OAuth 2 with PKCE). */
export type OAuthConsent = {
  /** How to stay signed in, with the credentials of a connection. For `connect`. */
  readonly auth: (credentials: Readonly<Record<string, string>>) => HttpAuth
} & Readonly<OAuthConsentOptions>

/** What comes of a consent, and is kept as the credentials of the connection. */
export const CONSENT_CREDENTIALS = z.object({ refreshToken: z.string().min(1) })

/**
 * Lets people connect by a button in the admin panel that leads them to the provider and back:
 *
 * ```ts
 * const consent = oauthConsent({ authorizeUrl, clientId, clientSecret, scopes: ['read'], tokenUrl })
 *
 * defineProvider({
 *   accounts: { consent },
 *   connect: ({ credentials }) => ({ auth: consent.auth(credentials), baseUrl }),
 *   …
 * })
 * ```
 *
 * The provider must know the address that people come back to:
 * `<serverURL>/api/sync/consent/callback`.
 */
export const oauthConsent = (options: OAuthConsentOptions): OAuthConsent => {
  const { clientId, clientSecret, tokenUrl } = options
  return {
    ...options,
    auth: ({ refreshToken = '' }) => oauthAuth({ clientId, clientSecret, refreshToken, tokenUrl }),
  }
}
