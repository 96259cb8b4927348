import { toCharacterForms } from './toCharacterForms.js'
import { toWholeForms } from './toWholeForms.js'

const REPLACEMENT = '[redacted]'

/** Too short to be a credential; replacing it everywhere would garble every message. */
const SHORTEST_SECRET = 4

/** Patterns are kept for this many sets of secrets; a process knows a handful. */
const MOST_KEPT = 50

const kept = new Map<string, RegExp | undefined>()

/**
 * Takes secret values out of a text, in every form in which somebody could have written them: as
 * they are, percent-encoded, as a form sends them, with escapes of JSON or HTML (also only some of
 * their characters), as base64 of either alphabet anywhere inside a longer text, as hexadecimal
 * digits; in any case of letters. Use it on every text that came from outside before it is logged,
 * stored or thrown. Secrets of less than four characters are left alone.
 */
export const redact = ({ secrets, text }: { secrets: readonly string[]; text: string }): string => {
  const pattern = getPattern(secrets)
  return pattern ? text.replace(pattern, REPLACEMENT) : text
}

const getPattern = (secrets: readonly string[]): RegExp | undefined => {
  const key = JSON.stringify(secrets)
  if (!kept.has(key)) {
    if (kept.size >= MOST_KEPT) {
      kept.clear()
    }
    kept.set(key, toPattern(secrets))
  }
  return kept.get(key)
}

const toPattern = (secrets: readonly string[]): RegExp | undefined => {
  const forms = [...new Set(secrets)]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    // The longest first: one may be part of another.
    .sort((one, other) => other.length - one.length)
    .flatMap((secret) => [toCharacterForms(secret), ...toWholeForms(secret)])
  return forms.length > 0 ? new RegExp(forms.join('|'), 'gi') : undefined
}
