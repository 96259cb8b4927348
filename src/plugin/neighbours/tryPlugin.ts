import type { CollectionConfig, Config, Plugin } from 'payload'

import { isDeepStrictEqual } from 'node:util'

import { findPackages } from './findPackages.js'

type TryPluginArgs = {
  /** As the plugin was given it. */
  config: Config
  /** Of collections it was not given. */
  late: readonly string[]
  plugin: Plugin
}

export type Missed = {
  /** Fields it would have added. */
  fields: string[]
  /** The package it is from, where its components tell. */
  packages: string[]
  /** Of collections that it would have changed. */
  slugs: string[]
}

/**
 * What a plugin would have made of collections that did not exist when it ran: it is called once
 * more, with a config of the same outline that has them and that nobody uses.
 */
export const tryPlugin = async ({ config, late, plugin }: TryPluginArgs): Promise<Missed> => {
  const outline = toOutline(config)
  try {
    const { collections = [] } = await plugin({
      ...outline,
      collections: [...(outline.collections ?? []), ...late.map(toEmpty)],
    })
    const changed = collections.filter(
      (collection) =>
        late.includes(collection.slug) && !isDeepStrictEqual(collection, toEmpty(collection.slug)),
    )
    const packages = findPackages(changed)
    return {
      fields: [...new Set(changed.flatMap(namesOf))],
      // Of one that adds nothing but hooks, a collection of its own may tell.
      packages: packages.length > 0 ? packages : findPackages(collections),
      slugs: changed.map(({ slug }) => slug),
    }
  } catch {
    // It needs more than an outline, and there is nothing to say of it.
    return { fields: [], packages: [], slugs: [] }
  }
}

const TITLE = 'title'

const toEmpty = (slug: string): CollectionConfig => ({
  slug,
  fields: [{ name: TITLE, type: 'text' }],
})

/** With nothing in it that belongs to the project: a plugin may write to what it is given. */
const toOutline = ({ admin, collections, db, globals, localization, secret }: Config): Config => ({
  admin: { user: admin?.user },
  collections: (collections ?? []).map(({ slug, auth }) => ({
    ...toEmpty(slug),
    ...(auth !== undefined && auth !== false && { auth: true }),
  })),
  db,
  globals: (globals ?? []).map(({ slug }) => ({ slug, fields: [] })),
  localization,
  secret,
})

const namesOf = ({ fields }: CollectionConfig): string[] =>
  fields.flatMap((field) => ('name' in field && field.name !== TITLE ? [field.name] : []))
