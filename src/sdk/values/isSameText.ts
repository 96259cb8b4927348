import { plainLetters } from '../../shared/plainLetters.js'

const lettersOf = (text: string): string =>
  plainLetters(text).replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** Whether two texts have the same letters and digits, whatever their case, marks and blanks. */
export const isSameText = (a: string, b: string): boolean => lettersOf(a) === lettersOf(b)
