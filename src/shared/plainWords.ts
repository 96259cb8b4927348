import { cleanText } from './cleanText.js'

/** A tag, a comment or a declaration of HTML. `<3` is none. */
const TAG = /<(?:!--[\s\S]*?--|[a-z/!?][^<>]*)>/gi

/** Elements whose content nobody is meant to read. */
const UNREAD = /<(script|style|template|noscript)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi

/**
 * Control characters but tab and line feed, among them those that begin a sequence that commands a
 * terminal; marks that make text read in another order than it is written.
 *
 * @see Unicode Standard Annex 9, section 2: explicit directional formatting characters
 */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** A text without what nobody sees and what does something to whoever shows it. */
export const visibleText = (text: string): string =>
  cleanText(text).replaceAll('\r\n', '\n').replace(UNSEEN, '')

/** What was said elsewhere, as nothing but words: visible text without HTML and its scripts. */
export const plainWords = (text: string): string => withoutTags(visibleText(text))

/** What is left of tags that stood in one another may be a tag again. */
const withoutTags = (text: string): string => {
  const next = text.replace(UNREAD, '').replace(TAG, '')
  return next === text ? text : withoutTags(next)
}
