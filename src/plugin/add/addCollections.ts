import type { CollectionConfig } from 'payload'

import type { CollectionKey, ContentKey } from '../collections/index.js'
import type { ResolvedOptions } from '../options/resolveOptions.js'
import type { Step } from './Step.js'

import { OptionsError } from '../../shared/errors/index.js'
import { withListHeader } from '../collections/content/withListHeader.js'
import { withProvenance } from '../collections/content/withProvenance.js'
import { withRecordCleanup } from '../collections/content/withRecordCleanup.js'
import {
  CONTENT_KEYS,
  createContentCollection,
  createMachineryCollection,
  MACHINERY_KEYS,
} from '../collections/index.js'
import { withRunPage } from '../collections/machinery/logs/withRunPage.js'

/** Which content collections each one's relationships lead to. */
const LEADS_TO: Readonly<Record<ContentKey, readonly ContentKey[]>> = {
  countries: [],
  leagues: ['countries'],
  matches: ['leagues', 'seasons', 'teams'],
  players: ['countries', 'teams'],
  seasons: ['leagues'],
  teams: ['countries'],
}

const isContentKey = (name: string): name is ContentKey => CONTENT_KEYS.some((key) => key === name)

/** The content collections that configured providers fill, and all that these point to. */
const findContentKeys = (filled: readonly string[]): ContentKey[] => {
  const found = new Set<ContentKey>()
  const visit = (key: ContentKey): void => {
    if (!found.has(key)) {
      found.add(key)
      LEADS_TO[key].forEach(visit)
    }
  }
  filled.filter(isContentKey).forEach(visit)
  return CONTENT_KEYS.filter((key) => found.has(key))
}

type OverrideArgs = { collection: CollectionConfig; key: CollectionKey; options: ResolvedOptions }

const override = ({ collection, key, options }: OverrideArgs): CollectionConfig =>
  options.collections[key]?.overrides?.(collection) ?? collection

type WithSyncNoteArgs = { collection: CollectionConfig; options: ResolvedOptions }

/** With what a list says of its syncs, unless there are none. */
const withSyncNote = ({
  collection,
  options: { enabled, slugs },
}: WithSyncNoteArgs): CollectionConfig =>
  enabled ? withListHeader({ collection, logsSlug: slugs.syncLogs }) : collection

/**
 * The collections that providers fill and those of the plugin itself. A provider may also
 * fill a collection of the project's own; it gets the fields that tie its documents to records.
 */
export const addCollections: Step = ({ config, options }) => {
  const { access, providers, slugs } = options
  const filled = providers.flatMap(({ resources }) =>
    [...resources.values()].map(({ collection }) => collection),
  )
  const own = config.collections ?? []
  const ownSlugs = new Set(own.map(({ slug }) => slug))
  const contentKeys = findContentKeys(filled)
  const problems = [
    ...[...new Set(filled)]
      .filter((name) => !isContentKey(name) && !ownSlugs.has(name))
      .map((name) => `a provider fills the collection "${name}", which the project does not have`),
    ...[...contentKeys, ...MACHINERY_KEYS]
      .filter((key) => ownSlugs.has(slugs[key]))
      .map(
        (key) =>
          `the project has a collection "${slugs[key]}" already; give the plugin's another slug: ` +
          `collections: { ${key}: { slug: '…' } }`,
      ),
  ]
  if (problems.length > 0) {
    throw new OptionsError({ problems })
  }

  const adminUserSlug = config.admin?.user ?? own.find(({ auth }) => auth)?.slug ?? 'users'
  const content = contentKeys.map((key) =>
    // After the override, which may bring hooks of its own.
    withRecordCleanup(
      override({
        collection: withSyncNote({
          collection: createContentCollection({ hasEditor: Boolean(config.editor), key, slugs }),
          options,
        }),
        key,
        options,
      }),
    ),
  )
  const machinery = MACHINERY_KEYS.map((key) => {
    const collection = createMachineryCollection({
      access,
      adminUserSlug,
      key,
      providers,
      slugs,
    })
    return override({
      collection:
        options.enabled && key === 'syncLogs' ? withRunPage({ collection, slugs }) : collection,
      key,
      options,
    })
  })
  return {
    ...config,
    collections: [
      ...own.map((collection) =>
        filled.includes(collection.slug)
          ? withRecordCleanup(
              withSyncNote({ collection: withProvenance({ collection, slugs }), options }),
            )
          : collection,
      ),
      ...content,
      ...machinery,
    ],
  }
}
