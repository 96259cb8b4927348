import type { CollectionKey, Slugs } from '../../src/plugin/collections/index.js'
import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { CONTENT_KEYS, MACHINERY_KEYS } from '../../src/plugin/collections/index.js'

const KEYS: readonly CollectionKey[] = [...CONTENT_KEYS, ...MACHINERY_KEYS]

/** The suite runs a second time with every slug renamed. */
const isRenamed = process.env.SYNC_TEST_SLUGS === 'renamed'

const toSlug = (key: CollectionKey): string => (isRenamed ? `own-${key.toLowerCase()}` : key)

/** The slugs this run of the suite uses. */
export const testSlugs = Object.fromEntries(KEYS.map((key) => [key, toSlug(key)])) as Slugs

/** Adds the suite's slugs to the collection options of a test. */
export const withTestSlugs = (
  collections: SyncPluginOptions['collections'] = {},
): NonNullable<SyncPluginOptions['collections']> =>
  Object.fromEntries(KEYS.map((key) => [key, { slug: testSlugs[key], ...collections[key] }]))
