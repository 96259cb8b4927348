import { plainLetters } from '../../../sdk/index.js'

/** A text as part of a URL: `Süper Lig` becomes `super-lig`. May be empty. */
export const toSlug = (text: string): string =>
  plainLetters(text)
    .replace(/['’`]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
