import type { Names } from '../../../sdk/names/Names.js'
import type { Translate, TranslationKey } from '../TranslationKey.js'

import { nameWritten } from '../../../sdk/names/Names.js'

type ClashTextArgs = {
  clash: { kind: string; values: Record<string, number | string> }
  names: Names
  t: Translate
}

/** What is wrong between schedules, in the language of the person who reads it. */
export const toClashText = ({
  clash: { kind, values: given },
  names,
  t,
}: ClashTextArgs): string => {
  const { other, work } = given
  const values: typeof given = {
    ...given,
    ...(other === undefined ? {} : { other: nameWritten({ names, text: String(other) }) }),
    ...(work === undefined ? {} : { work: nameWritten({ names, text: String(work) }) }),
  }
  const text = t(`schedules:conflicts:${kind}` as TranslationKey, values)
  if (kind !== 'quota') {
    return text
  }
  const fits = Number(values.cadence) > 0 ? 'quotaFits' : 'quotaNever'
  return `${text} ${t(`schedules:conflicts:${fits}`, values)}`
}
