import type { Texts } from './Texts.js'

import { NAMESPACE } from './createLabels.js'
import { readText } from './Texts.js'

type ReadKitTextsArgs = { i18n: { translations: unknown }; kit: string }

/** The texts of a kit in the language of the reader, as the project has them. */
export const readKitTexts = ({ i18n, kit }: ReadKitTextsArgs): Texts => {
  const all = i18n.translations as Record<string, { kits?: Record<string, Texts> } | undefined>
  return all[NAMESPACE]?.kits?.[kit] ?? {}
}

type ReadLabelArgs = { label: string; texts: Texts }

/** A text by its path; the path itself where there is none. */
export const readLabel = ({ label, texts }: ReadLabelArgs): string =>
  readText({ key: label, texts }) ?? label
