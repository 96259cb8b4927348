const REPLACEMENT = '[redacted]'

/** Too short to be a credential; replacing it everywhere would garble every message. */
const SHORTEST_SECRET = 4

/**
 * Takes secret values out of a text, as they are and as they look in a URL. Use it on every text
 * that came from outside before it is logged, stored or thrown.
 */
export const redact = ({ secrets, text }: { secrets: readonly string[]; text: string }): string =>
  secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((clean, secret) => clean.replaceAll(secret, REPLACEMENT), text)
