import { digest, hash as ohash } from 'ohash'

/** A short text that is equal for equal values, whatever the order of their keys. */
export const hash = (value: unknown): string => ohash(value)

/** A short text that is equal for equal texts. */
export const hashText = (text: string): string => digest(text)
