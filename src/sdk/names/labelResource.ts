import type { Provider } from '../Provider.js'

import { readText } from '../content/Texts.js'
import { toWords } from './toWords.js'

type LabelResourceArgs = {
  /** @default English */
  language?: string
  provider: Provider
  /** Its name. */
  resource: string
}

/**
 * A resource as people read it: by its own label, or else by what its kit calls the collection that
 * it alone fills, or else by its name in words. A language that is not there gets English.
 */
export const labelResource = ({
  language = 'en',
  provider: { content, resources },
  resource: name,
}: LabelResourceArgs): string => {
  const resource = resources.get(name)
  const own = resource?.label
  if (own !== undefined) {
    return typeof own === 'string' ? own : (own[language] ?? own.en ?? toWords(name))
  }
  const { collection } = resource ?? {}
  const filling = [...resources.values()].filter((other) => other.collection === collection)
  const texts = content && (content.texts[language] ?? content.texts.en)
  return (
    (texts && filling.length === 1
      ? readText({ key: `collections:${collection}:plural`, texts })
      : undefined) ?? toWords(name)
  )
}
