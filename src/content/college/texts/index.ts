import { en } from './en.js'

/** What the kit says, by language. */
export const texts = { en }
