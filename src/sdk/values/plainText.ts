import { unescapeHtml } from './unescapeHtml.js'

/** A tag, a comment or a declaration of HTML. `<3` is none. */
const TAG = /<(?:!--[\s\S]*?--|[a-z/!?][^<>]*)>/gi

/** Elements whose content nobody is meant to read. */
const UNREAD = /<(script|style|template|noscript)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi

/**
 * Control characters but tab and line feed; marks that make text read in another order than it is
 * written.
 *
 * @see Unicode Standard Annex 9, section 2: explicit directional formatting characters
 */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text of a page or of strangers as nothing but text: HTML is unescaped and its tags are taken out
 * with their scripts, and so are control characters and marks that turn the direction of reading.
 * Blanks around it are cut off. For a source that may be given anything; `textSchema` is for one
 * that only escapes.
 */
export const plainText = (text: string): string =>
  withoutTags(unescapeHtml(text)).replaceAll('\r\n', '\n').replace(UNSEEN, '').trim()

/** What is left of tags that stood in one another may be a tag again. */
const withoutTags = (text: string): string => {
  const next = text.replace(UNREAD, '').replace(TAG, '')
  return next === text ? text : withoutTags(next)
}
