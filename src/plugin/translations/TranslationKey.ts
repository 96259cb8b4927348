import type { Translations } from './languages/en.js'

type Paths<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}:${Paths<T[Key]>}`
}[keyof T & string]

/** Names one of the plugin's texts, without its namespace: `view:syncNow`. */
export type TranslationKey = Paths<Translations['pluginSync']>

/** Gives a text of the plugin in the language of the person who reads it. */
export type Translate = (key: TranslationKey, values?: Record<string, number | string>) => string
