/**
 * A text as PostgreSQL takes it: without the character it cannot store, and without halves of
 * characters. Providers send both.
 *
 * @see PostgreSQL documentation, section 8.3: the character with code zero cannot be stored
 */
export const cleanText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()
