import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { BasePayload, buildConfig } from 'payload'
import { onTestFinished } from 'vitest'

import type { ContentKit } from '../../sdk/index.js'
import type { Slugs } from '../options/collectionKeys.js'

import { MACHINERY_KEYS } from '../options/collectionKeys.js'
import { resolveContent } from '../options/resolveContent.js'
import { mergeTranslations } from '../translations/index.js'
import { createContentCollection } from './content/createContentCollection.js'
import { createMachineryCollection } from './machinery/createMachineryCollection.js'

/** Every path of a type, those of a group behind a dot; a relation or a list is one path. */
type PathsOf<T> = {
  [Key in keyof T & string]-?: NonNullable<T[Key]> extends
    { kind: string } | boolean | number | readonly unknown[] | string
    ? Key
    : `${Key}.${keyof NonNullable<T[Key]> & string}`
}[keyof T & string]

/** Does not compile unless every path of `T` is named, and nothing else. */
export const listPaths = <T>(paths: Record<PathsOf<T>, true>): string[] => Object.keys(paths)

type StartCollectionsArgs = {
  /** @default 'users' */
  adminUserSlug?: string
  /** @default true */
  hasEditor?: boolean
  kit: ContentKit
  /** What a key's slug is. @default the key */
  toSlug?: (key: string) => string
}

/** Payload with the collections of a kit and the plugin's own, its schema built, no connection. */
export const startCollections = async ({
  adminUserSlug = 'users',
  hasEditor = true,
  kit,
  toSlug = (key) => key,
}: StartCollectionsArgs): Promise<Payload> => {
  const slugs = Object.fromEntries(MACHINERY_KEYS.map((key) => [key, toSlug(key)])) as Slugs
  const content = resolveContent({
    collections: Object.fromEntries(
      [...kit.collections.keys()].map((key) => [key, { slug: toSlug(key) }]),
    ),
    providers: [{ content: kit }],
  })
  const payload = await new BasePayload().init({
    config: buildConfig({
      admin: { user: adminUserSlug },
      collections: [
        { slug: adminUserSlug, auth: true, fields: [] },
        ...content.map((collection) =>
          createContentCollection({
            adminUserSlug,
            collection,
            content,
            hasEditor,
            keepsChecks: false,
            slugs,
          }),
        ),
        ...MACHINERY_KEYS.map((key) =>
          createMachineryCollection({
            access: { connections: () => true, manage: () => true, view: () => true },
            adminUserSlug,
            key,
            providers: [],
            slugs,
          }),
        ),
      ],
      db: postgresAdapter({ pool: { connectionString: 'postgres://nowhere' } }),
      ...(hasEditor && { editor: lexicalEditor() }),
      i18n: mergeTranslations({ i18n: undefined, kits: [kit] }),
      logger: { options: { level: 'error' } },
      secret: 'not a secret',
      typescript: { autoGenerate: false },
    }),
    disableDBConnect: true,
    disableOnInit: true,
  })
  onTestFinished(() => payload.destroy())
  return payload
}

type GetCollectionArgs = { payload: Payload; slug: string }

export const getCollection = ({ slug, payload }: GetCollectionArgs): SanitizedCollectionConfig =>
  payload.collections[slug]!.config

export const getFields = ({ flattenedFields }: SanitizedCollectionConfig): FlattenedField[] =>
  flattenedFields

export const getPaths = (fields: FlattenedField[]): string[] =>
  fields.flatMap((field) =>
    field.type === 'group'
      ? getPaths(field.flattenedFields).map((path) => `${field.name}.${path}`)
      : [field.name],
  )

/** A slug and the table it becomes have their letters in common. */
export const toLetters = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase()
