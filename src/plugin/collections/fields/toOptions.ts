import type { OptionObject } from 'payload'

import type { TranslationKey, Translations } from '../../translations/index.js'

import { label } from '../../translations/index.js'

type OptionTexts = Translations['pluginSync']['options']

type ToOptionsArgs<Group extends keyof OptionTexts> = {
  /** Where the translations keep the names of the values. */
  group: Group
  values: readonly (keyof OptionTexts[Group] & string)[]
}

/** A list of values as options of a select; a value without a translated name does not compile. */
export const toOptions = <Group extends keyof OptionTexts>({
  group,
  values,
}: ToOptionsArgs<Group>): OptionObject[] =>
  values.map((value) => ({ label: label(`options:${group}:${value}` as TranslationKey), value }))
