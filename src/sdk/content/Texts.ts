/** Texts by name; a group of them has names of its own. */
export type Texts = { readonly [name: string]: string | Texts }

/** Names one text by its path: `fields:title`. */
export type TextKey<TTexts> = {
  [Name in keyof TTexts & string]: TTexts[Name] extends string
    ? Name
    : `${Name}:${TextKey<TTexts[Name]>}`
}[keyof TTexts & string]

/** The same texts, of which any may be left out. */
export type SomeTexts<TTexts> = {
  readonly [Name in keyof TTexts]?: TTexts[Name] extends string ? string : SomeTexts<TTexts[Name]>
}

type ReadTextArgs = {
  /** As a `TextKey`. */
  key: string
  texts: Texts
}

/** The text at a path, or `undefined` where there is none, or a whole group. */
export const readText = ({ key, texts }: ReadTextArgs): string | undefined => {
  const found = key
    .split(':')
    .reduce<string | Texts | undefined>(
      (group, name) => (typeof group === 'object' ? group[name] : undefined),
      texts,
    )
  return typeof found === 'string' ? found : undefined
}

type FillTextsArgs = {
  /** Every text there is. */
  complete: Texts
  /** Some of them, in another language or in words that are to win. */
  some: Texts | undefined
}

/** All texts: what `some` has, and the rest as it is in `complete`. */
export const fillTexts = ({ complete, some = {} }: FillTextsArgs): Texts =>
  Object.fromEntries(
    Object.entries(complete).map(([name, text]) => {
      const own = some[name]
      if (typeof text === 'string') {
        return [name, typeof own === 'string' ? own : text]
      }
      return [name, fillTexts({ complete: text, some: typeof own === 'object' ? own : undefined })]
    }),
  )

/** Every path that leads to a text, in order. */
export const listTextKeys = (texts: Texts): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [name] : listTextKeys(text).map((key) => `${name}:${key}`),
  )
