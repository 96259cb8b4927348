import type { CollectionConfig } from 'payload'

import type { Provider } from '../../sdk/index.js'
import type { MachineryKey } from '../options/collectionKeys.js'
import type { ContentCollection } from '../options/resolveContent.js'
import type { ResolvedOptions } from '../options/resolveOptions.js'
import type { Step } from './Step.js'

import { OptionsError } from '../../shared/errors/index.js'
import { createContentCollection } from '../collections/content/createContentCollection.js'
import { withFieldMenus } from '../collections/content/withFieldMenus.js'
import { withKitMark } from '../collections/content/withKitMark.js'
import { withListHeader } from '../collections/content/withListHeader.js'
import { withProvenance } from '../collections/content/withProvenance.js'
import { withRecordCleanup } from '../collections/content/withRecordCleanup.js'
import { withSafeSaves } from '../collections/content/withSafeSaves.js'
import { withSettledSaves } from '../collections/content/withSettledSaves.js'
import { createMachineryCollection } from '../collections/machinery/createMachineryCollection.js'
import { withRunPage } from '../collections/machinery/logs/withRunPage.js'
import { withChannelTests } from '../collections/machinery/notices/withChannelTests.js'
import { withIssuePage } from '../collections/machinery/withIssuePage.js'
import { withTexts } from '../notifications/withTexts.js'
import { MACHINERY_KEYS } from '../options/collectionKeys.js'
import { findContent, toOptionName } from '../options/resolveContent.js'
import { findFieldProblems } from './findProjectProblems.js'

type FindRegisteredArgs = Pick<ResolvedOptions, 'content' | 'providers'>

/** The collections of kits that their providers fill, and all that these point to. */
const findRegistered = ({ content, providers }: FindRegisteredArgs): ContentCollection[] => {
  const found = new Set<ContentCollection>()
  for (const provider of providers) {
    const visit = (name: string): void => {
      const collection = findContent({ name, content, provider })
      if (collection && !found.has(collection)) {
        found.add(collection)
        collection.kit.collections.get(collection.key)!.relatesTo.forEach(visit)
      }
    }
    listFilled(provider).forEach(visit)
  }
  return content.filter((collection) => found.has(collection))
}

/** What the resources of a provider fill, as they name it. */
const listFilled = ({ resources }: Provider): string[] => [
  ...new Set([...resources.values()].map(({ collection }) => collection)),
]

/** Slugs of the collections that a resource fills which notes when each record was looked at. */
const findChecked = ({ content, providers }: FindRegisteredArgs): Set<string> =>
  new Set(
    providers.flatMap((provider) =>
      [...provider.resources.values()]
        .filter(({ keepsChecks }) => keepsChecks)
        .map(({ collection: name }) => findContent({ name, content, provider })?.slug ?? name),
    ),
  )

type DressArgs = { collection: CollectionConfig; slugs: ResolvedOptions['slugs'] }

/** What is drawn, or put into words, by more than the collection itself knows. */
const DRESSES: Partial<Record<MachineryKey, (args: DressArgs) => CollectionConfig>> = {
  syncDeliveries: withChannelTests,
  syncIssues: withIssuePage,
  syncLogs: withRunPage,
  syncNotifications: withTexts,
}

type WithSyncNoteArgs = { collection: CollectionConfig; options: ResolvedOptions }

/** With what a list and a form say of syncs, unless there are none. */
const withSyncNote = ({
  collection,
  options: { enabled, slugs },
}: WithSyncNoteArgs): CollectionConfig =>
  enabled ? withFieldMenus(withListHeader({ collection, logsSlug: slugs.syncLogs })) : collection

/**
 * The collections that providers fill and those of the plugin itself. A provider may also
 * fill a collection of the project's own; it gets the fields that tie its documents to records.
 */
export const addCollections: Step = ({ config, options }) => {
  const { access, content, providers, slugs } = options
  // What is not of the provider's kit can only be a collection of the project's own.
  const filled = new Set(
    providers.flatMap((provider) =>
      listFilled(provider).filter((name) => !findContent({ name, content, provider })),
    ),
  )
  const own = config.collections ?? []
  const ownSlugs = new Set(own.map(({ slug }) => slug))
  const registered = findRegistered({ content, providers })
  const checked = findChecked({ content, providers })
  const listAdded = (slug: string): string[] =>
    withProvenance({
      collection: { slug, fields: [] },
      keepsChecks: checked.has(slug),
      slugs,
    }).fields.flatMap((field) => ('name' in field && field.type !== 'ui' ? [field.name] : []))
  const problems = [
    ...[...filled]
      .filter((name) => !ownSlugs.has(name))
      .map(
        (name) =>
          `a provider fills the collection "${name}", which neither the project has nor the kit that ` +
          'the provider names: defineProvider({ content })',
      ),
    ...[
      ...registered.map((collection) => ({
        name: toOptionName({ collection, content }),
        slug: collection.slug,
      })),
      ...MACHINERY_KEYS.map((key) => ({ name: key, slug: slugs[key] })),
    ]
      .filter(({ slug }) => ownSlugs.has(slug))
      .map(
        ({ name, slug }) =>
          `the project has a collection "${slug}" already; give the plugin's another slug: ` +
          `collections: { ${name}: { slug: '…' } }`,
      ),
    ...own
      .filter(({ slug }) => filled.has(slug))
      .flatMap((collection) =>
        findFieldProblems({ collection, names: listAdded(collection.slug) }),
      ),
  ]
  if (problems.length > 0) {
    throw new OptionsError({ problems })
  }

  const adminUserSlug = config.admin?.user ?? own.find(({ auth }) => auth)?.slug ?? 'users'
  const fromKits = registered.map((collection) => {
    const created = withSyncNote({
      collection: createContentCollection({
        adminUserSlug,
        collection,
        content,
        hasEditor: Boolean(config.editor),
        keepsChecks: checked.has(collection.slug),
        slugs,
      }),
      options,
    })
    const overridden = collection.overrides?.(created) ?? created
    // After the override, which may bring hooks of its own.
    return withSafeSaves(
      withSettledSaves(withRecordCleanup(withKitMark({ collection: overridden, of: collection }))),
    )
  })
  const machinery = MACHINERY_KEYS.map((key) => {
    const collection = createMachineryCollection({
      access,
      adminUserSlug,
      key,
      providers,
      slugs,
    })
    const created = options.enabled
      ? (DRESSES[key]?.({ collection, slugs }) ?? collection)
      : collection
    return options.collections[key]?.overrides?.(created) ?? created
  })
  return {
    ...config,
    collections: [
      ...own.map((collection) =>
        filled.has(collection.slug)
          ? withSafeSaves(
              withSettledSaves(
                withRecordCleanup(
                  withSyncNote({
                    collection: withProvenance({
                      collection,
                      keepsChecks: checked.has(collection.slug),
                      slugs,
                    }),
                    options,
                  }),
                ),
              ),
            )
          : collection,
      ),
      ...fromKits,
      ...machinery,
    ],
  }
}
