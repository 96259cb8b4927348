import type { Translate, TranslationKey } from '../TranslationKey.js'

type ClashTextArgs = {
  clash: { kind: string; values: Record<string, number | string> }
  t: Translate
}

/** What is wrong between schedules, in the language of the person who reads it. */
export const toClashText = ({ clash: { kind, values }, t }: ClashTextArgs): string => {
  const text = t(`schedules:conflicts:${kind}` as TranslationKey, values)
  if (kind !== 'quota') {
    return text
  }
  const fits = Number(values.cadence) > 0 ? 'quotaFits' : 'quotaNever'
  return `${text} ${t(`schedules:conflicts:${fits}`, values)}`
}
