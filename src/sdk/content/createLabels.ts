import type { LabelFunction, OptionObject } from 'payload'

import type { TextKey } from './Texts.js'

/** Where Payload's `i18n.translations` hold the plugin's texts, and in it those of the kits. */
export const NAMESPACE = 'pluginSync'

/** Where `i18n.translations` hold the texts of one kit: `pluginSync.kits.<name>`. */
export const toKitNamespace = (kit: string): string => `${NAMESPACE}:kits:${kit}`

type OptionTexts<TTexts> = TTexts extends { options: infer TOptions } ? TOptions : never

/** What turns texts into labels. A text that does not exist does not compile. */
export type Labels<TTexts> = {
  /**
   * A label of a collection, field or tab. It is looked up when it is shown, so that a text the
   * project put in `i18n.translations` wins.
   */
  label: (key: TextKey<TTexts>) => LabelFunction
  /** A list of values as options of a select, named by the texts `options:<group>:<value>`. */
  toOptions: <TGroup extends keyof OptionTexts<TTexts> & string>(args: {
    group: TGroup
    values: readonly (keyof OptionTexts<TTexts>[TGroup] & string)[]
  }) => OptionObject[]
}

type ToLabelArgs = { key: string; namespace: string }

/** The label of a text, whether it is there or not. */
export const toLabel =
  ({ key, namespace }: ToLabelArgs): LabelFunction =>
  ({ t }) =>
    // Payload's own `t` knows only the texts of Payload.
    t(`${namespace}:${key}` as never)

/** The labels of texts that stand in one namespace of `i18n.translations`. */
export const createLabels = <TTexts>(namespace: string): Labels<TTexts> => ({
  label: (key) => toLabel({ key, namespace }),
  toOptions: ({ group, values }) =>
    values.map((value) => ({
      label: toLabel({ key: `options:${group}:${value}`, namespace }),
      value,
    })),
})
