import type { DiscoveredChoice } from './Discovery.js'

import { plainLetters } from '../../shared/plainLetters.js'

type SearchChoicesArgs<TChoice> = {
  choices: readonly TChoice[]
  /** Words in any order, whatever the marks on letters. */
  search: string
}

/** Those that have all words in their name or group. */
export const searchChoices = <TChoice extends DiscoveredChoice>({
  choices,
  search,
}: SearchChoicesArgs<TChoice>): TChoice[] => {
  const words = plainLetters(search).split(/\s+/).filter(Boolean)
  return choices.filter(({ group = '', label }) => {
    const text = plainLetters(`${group} ${label}`)
    return words.every((word) => text.includes(word))
  })
}
