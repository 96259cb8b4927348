import { decodeHTMLStrict } from 'entities/decode'

/** `&amp;`, `&#39;` or `&#x27;`. Without its semicolon, as in `R&B`, it is text. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

/**
 * A text with characters in place of their HTML entities: `N&apos;Golo` becomes `N'Golo`. Once
 * only: `&amp;lt;` is the text `&lt;`. What names no character stays as it is.
 */
export const unescapeHtml = (text: string): string =>
  text.includes('&') ? text.replace(ENTITY, (entity) => decodeHTMLStrict(entity)) : text
