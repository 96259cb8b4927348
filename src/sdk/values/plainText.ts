import { plainWords } from '../../shared/plainWords.js'
import { unescapeHtml } from './unescapeHtml.js'

/**
 * Text of a page or of strangers as nothing but text: HTML is unescaped and its tags are taken out
 * with their scripts, and so are control characters and marks that turn the direction of reading.
 * Blanks around it are cut off. For a source that may be given anything; `textSchema` is for one
 * that only escapes.
 */
export const plainText = (text: string): string => plainWords(unescapeHtml(text)).trim()
