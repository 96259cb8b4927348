import type { CollectionConfig, Config } from 'payload'

import { flattenTopLevelFields } from 'payload'

import { SETTINGS_KEY } from '../../sync/engine/Sync.js'

type FindPluginProblemsArgs = {
  /** As the plugin is given it. */
  config: Config
  /** Of this plugin. */
  slug: string
}

/** What keeps the plugin from working in a project at all. */
export const findPluginProblems = ({ slug, config }: FindPluginProblemsArgs): string[] => {
  const { custom, db, plugins = [] } = config
  const isTwice =
    custom?.[SETTINGS_KEY] !== undefined ||
    plugins.filter((plugin) => plugin.slug === slug).length > 1
  // Adapters for PostgreSQL of whatever package have this name.
  const adapter: string | undefined = db?.name
  return [
    ...(isTwice
      ? ['syncPlugin is in the config twice; keep one, and give it the providers of both']
      : []),
    ...(adapter === undefined || adapter === 'postgres'
      ? []
      : [
          `db: only PostgreSQL will do; take postgresAdapter of @payloadcms/db-postgres (was "${adapter}")`,
        ]),
  ]
}

type FindFieldProblemsArgs = {
  /** As the project has it. */
  collection: CollectionConfig
  /** Names of the fields that the plugin adds. */
  names: readonly string[]
}

/** Fields of a collection of the project that have the names of those that the plugin adds. */
export const findFieldProblems = ({
  collection: { slug, fields },
  names,
}: FindFieldProblemsArgs): string[] =>
  flattenTopLevelFields(fields, true)
    .flatMap((field) => ('name' in field && field.name !== undefined ? [field.name] : []))
    .filter((name) => names.includes(name))
    .map(
      (name) =>
        `the collection "${slug}", which a provider fills, has a field "${name}" of its own, and ` +
        'syncPlugin adds one of that name; give yours another name',
    )
