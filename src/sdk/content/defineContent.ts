import type { ContentDefinition, ContentKit, KitCollection, KitTexts } from './ContentKit.js'
import type { KitPage } from './KitPage.js'
import type { Texts } from './Texts.js'

import { OptionsError } from '../../shared/errors/index.js'
import { createLabels, toKitNamespace, toLabel } from './createLabels.js'
import { editorialTab } from './editorialTab.js'
import { ofSamePerson } from './ofSamePerson.js'
import { fillTexts, listTextKeys, readText } from './Texts.js'

const NAME = /^[a-z][a-z0-9-]*$/
const KEY = /^[a-z][a-z0-9]*$/i

/**
 * Describes the collections of one domain, for any number of providers to fill.
 *
 * @throws OptionsError that lists everything that cannot work
 */
export const defineContent = <const TKey extends string, TTexts extends KitTexts<TKey>>(
  definition: ContentDefinition<TKey, TTexts>,
): ContentKit<TKey> => {
  const { name, collections, group } = definition
  // The types say of every text where it stands; from here on they are all the same.
  const given = definition.texts as unknown as Readonly<Record<string, Texts>>
  const english = given.en ?? {}
  const problems = findProblems({
    name,
    collections,
    given,
    group,
  })
  if (problems.length > 0) {
    throw new OptionsError({ problems, subject: `defineContent "${name}"` })
  }

  const texts = Object.fromEntries(
    Object.entries(given).map(([language, some]) => [
      language,
      fillTexts({ complete: english, some }),
    ]),
  )
  const namespace = toKitNamespace(name)
  const groupLabel = group && toStaticLabel({ key: group, texts })

  const toCollection = (key: TKey): KitCollection => {
    const {
      create,
      isPersonal = false,
      mergeTogether,
      overview,
      publicWhere,
      relatesTo = [],
    } = collections[key]
    return {
      create: ({ hasEditor, slugs }) => {
        const collection = create({
          ...createLabels<TTexts>(namespace),
          editorialTab: ({ name: field }) =>
            editorialTab({
              name: field,
              hasEditor,
              label: toLabel({ key: `fields:${field}`, namespace }),
            }),
          hasEditor,
          ofSamePerson,
          // The plugin hands over a slug for every key of the kit.
          slugs: slugs as Readonly<Record<TKey, string>>,
        })
        return {
          ...collection,
          admin: { ...(groupLabel && { group: groupLabel }), ...collection.admin },
          labels: {
            plural: toLabel({ key: `collections:${key}:plural`, namespace }),
            singular: toLabel({ key: `collections:${key}:singular`, namespace }),
            ...collection.labels,
          },
        }
      },
      isPersonal,
      mergeTogether,
      overview,
      publicWhere,
      relatesTo,
    }
  }

  const keys = Object.keys(collections) as TKey[]
  return {
    name,
    collections: new Map(keys.map((key) => [key, toCollection(key)])),
    // A page asks by the keys of its own kit.
    pages: (definition.pages ?? []) as readonly KitPage[],
    texts: { ...texts, en: english },
  }
}

type ToStaticLabelArgs = { key: string; texts: Readonly<Record<string, Texts>> }

/**
 * A group's name goes to the browser as it is, where a function cannot: so all languages at once.
 */
const toStaticLabel = ({ key, texts }: ToStaticLabelArgs): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([language, own]) => [language, readText({ key, texts: own }) ?? '']),
  )

type FindProblemsArgs = {
  collections: Readonly<Record<string, { relatesTo?: readonly string[] }>>
  given: Readonly<Record<string, Texts>>
  group: string | undefined
  name: string
}

const findProblems = ({ name, collections, given, group }: FindProblemsArgs): string[] => {
  const keys = Object.keys(collections)
  const { en, ...others } = given
  const english = new Set(en && listTextKeys(en))
  const wanted = [
    ...keys.flatMap((key) => [`collections:${key}:plural`, `collections:${key}:singular`]),
    ...(group === undefined ? [] : [group]),
  ]
  return [
    ...(NAME.test(name) ? [] : [`kit name must match ${NAME} (was "${name}")`]),
    ...(keys.length > 0 ? [] : ['there are no collections']),
    ...keys
      .filter((key) => !KEY.test(key))
      .map((key) => `collection key must match ${KEY} (was "${key}")`),
    ...keys.flatMap((key) =>
      (collections[key]?.relatesTo ?? [])
        .filter((other) => !keys.includes(other))
        .map((other) => `collection "${key}" relates to "${other}", which the kit does not have`),
    ),
    ...(en ? [] : ['there are no texts in English (en)']),
    ...(en
      ? wanted.filter((key) => !english.has(key)).map((key) => `there is no text "${key}" in en`)
      : []),
    ...Object.entries(others).flatMap(([language, texts]) =>
      listTextKeys(texts)
        .filter((key) => en && !english.has(key))
        .map((key) => `there is a text "${key}" in ${language}, but none in en`),
    ),
  ]
}
