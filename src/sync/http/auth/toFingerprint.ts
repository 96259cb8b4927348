import type { HttpFacts } from '../../../sdk/index.js'

import { hash } from '../../../shared/hash.js'

/**
 * Tells the credentials of a connection from others, so that what is known of the old ones is
 * forgotten when they change. Keep it encrypted: short credentials could be guessed by it.
 */
export const toFingerprint = ({ auth, baseUrl, secrets = [] }: HttpFacts): string =>
  hash({ baseUrl, refreshToken: auth?.refreshToken, secrets: secrets.toSorted() })
