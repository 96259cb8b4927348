import type { CollectionConfig, FilterOptions, Tab, Where } from 'payload'

import type { RecordRules } from '../rules/RecordRules.js'
import type { Labels } from './createLabels.js'
import type { KitPage } from './KitPage.js'
import type { RecordOverview } from './RecordOverview.js'
import type { SomeTexts, TextKey, Texts } from './Texts.js'

/** A collection as its kit describes it. The plugin gives it its slug and what every one has. */
export type ContentCollectionConfig = Omit<CollectionConfig, 'slug'>

/** What every kit must be able to say: the names of its collections. */
export type KitTexts<TKey extends string> = {
  readonly collections: Readonly<
    Record<TKey, { readonly plural: string; readonly singular: string }>
  >
}

type FieldTexts<TTexts> = TTexts extends { fields: infer TFields } ? TFields : never

/** What a kit's factory of a collection is handed. */
export type CreateContentArgs<TKey extends string, TTexts> = {
  /**
   * The part of a document that belongs to editors, with one rich text field of this name, labelled
   * `fields:<name>`. It is empty in a project without an editor: spread it into `tabs`.
   */
  editorialTab: (args: { name: keyof FieldTexts<TTexts> & string }) => Tab[]
  /** Whether the project has a rich text editor. Without one Payload refuses a rich text field. */
  hasEditor: boolean
  /**
   * What a person may point to, as `filterOptions` of a relationship between two collections that
   * are `isPersonal`: what belongs to the same person.
   */
  ofSamePerson: FilterOptions
  /** The slug each collection of the kit has in this project, by key, for `relationTo`. */
  slugs: Readonly<Record<TKey, string>>
} & Labels<TTexts>

type CollectionDefinition<TKey extends string, TTexts> = {
  /**
   * The collection's config. Fields, `admin.defaultColumns` and `admin.useAsTitle` are enough: the
   * slug, labels, group, access, the fields that tie a document to its record and their index are
   * added.
   */
  create: (args: CreateContentArgs<TKey, TTexts>) => ContentCollectionConfig
  /**
   * Whether each document belongs to one person: bills, say, of which nobody is to see another's.
   * Its `owner` and the `connection` it came with are added, and nobody but its owner and those whom
   * `access.connections` lets reads, changes or deletes it. People may enter documents of their own
   * as well. The ids of its records must hold the connection, or those of two people could meet.
   *
   * @default false
   */
  isPersonal?: boolean
  /**
   * Fields, by path, that only make sense together, whoever provides them: see `RecordRules`.
   *
   * @default none
   */
  mergeTogether?: RecordRules['mergeTogether']
  /**
   * What is told of many documents at once, before they are stored: of those in an archive that
   * somebody brings.
   *
   * @default how many there are
   */
  overview?: RecordOverview
  /**
   * Which documents visitors read, where a project lets everybody read the kit.
   *
   * @default all that are published and not in the trash
   */
  publicWhere?: Where
  /**
   * Collections of the kit that its relationships lead to. They are registered with it.
   *
   * @default none
   */
  relatesTo?: readonly NoInfer<TKey>[]
}

/** What `defineContent` is given. */
export type ContentDefinition<TKey extends string, TTexts extends KitTexts<TKey>> = {
  /** By key, in the order people read them. A key is the default slug. */
  collections: Readonly<Record<TKey, CollectionDefinition<TKey, TTexts>>>
  /**
   * The text that names the kit's group in the admin's sidebar: `groups:library`.
   *
   * @default a group that all kits without a name share
   */
  group?: NoInfer<TextKey<TTexts>>
  /** Lower case, digits and hyphens. Texts stand under it, so never rename it. */
  name: string
  /**
   * Pages in the admin panel, each with a link in the navigation, for whoever may see the sync view.
   * They are handed what belongs to the person who looks at them: for kits whose collections are
   * `isPersonal`.
   *
   * @default none
   */
  pages?: readonly ({ label: NoInfer<TextKey<TTexts>> } & Omit<KitPage<NoInfer<TKey>>, 'label'>)[]
  /** By language. What a language lacks is shown in English. */
  texts: { readonly en: TTexts } & Readonly<Record<string, SomeTexts<NoInfer<TTexts>>>>
}

/** One collection of a kit. */
export type KitCollection = {
  /** The collection's config with the labels and the group of its kit. */
  readonly create: (args: {
    hasEditor: boolean
    slugs: Readonly<Record<string, string>>
  }) => ContentCollectionConfig
  readonly isPersonal: boolean
  readonly mergeTogether?: RecordRules['mergeTogether']
  readonly overview?: RecordOverview | undefined
  readonly publicWhere?: undefined | Where
  readonly relatesTo: readonly string[]
}

/** The collections of one domain, complete, whoever fills them. */
export type ContentKit<TKey extends string = string> = {
  /** By key, in the order people read them. */
  readonly collections: ReadonlyMap<TKey, KitCollection>
  readonly name: string
  readonly pages: readonly KitPage[]
  /** By language, each with every text there is. */
  readonly texts: Readonly<{ en: Texts } & Record<string, Texts>>
}
