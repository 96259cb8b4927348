import type { Translate, TranslationKey } from '../TranslationKey.js'

type ConflictTextArgs = {
  conflict: { kind: string; values: Record<string, number | string> }
  t: Translate
}

/** What a conflict between schedules comes to, in the language of the person who reads it. */
export const toConflictText = ({ conflict: { kind, values }, t }: ConflictTextArgs): string => {
  const text = t(`schedules:conflicts:${kind}` as TranslationKey, values)
  if (kind !== 'quota') {
    return text
  }
  const fits = Number(values.cadence) > 0 ? 'quotaFits' : 'quotaNever'
  return `${text} ${t(`schedules:conflicts:${fits}`, values)}`
}
