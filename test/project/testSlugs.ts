import type { SoccerKey } from '../../src/content/soccer/index.js'
import type { MachineryKey } from '../../src/plugin/options/collectionKeys.js'
import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { soccer } from '../../src/content/soccer/index.js'
import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'

/** A collection of the plugin or of the kit that the tests fill. */
export type TestKey = MachineryKey | SoccerKey

/** Collections of the kit, in the order people read them. */
export const SOCCER_KEYS: readonly SoccerKey[] = [...soccer.collections.keys()]

/** The suite runs a second time with every slug renamed. */
const isRenamed = process.env.SYNC_TEST_SLUGS === 'renamed'

const toSlug = (key: TestKey): string => (isRenamed ? `own-${key.toLowerCase()}` : key)

/** The slugs this run of the suite uses. */
export const testSlugs = Object.fromEntries(
  [...SOCCER_KEYS, ...MACHINERY_KEYS].map((key) => [key, toSlug(key)]),
) as Readonly<Record<TestKey, string>>

/** What a test says of collections, with the suite's slugs for those the project has. */
export const withTestSlugs = ({
  collections = {},
  providers,
}: Pick<SyncPluginOptions, 'collections' | 'providers'>): NonNullable<
  SyncPluginOptions['collections']
> => {
  const hasSoccer = providers.some(({ content }) => content?.name === soccer.name)
  const keys = [...(hasSoccer ? SOCCER_KEYS : []), ...MACHINERY_KEYS]
  return {
    ...collections,
    ...Object.fromEntries(keys.map((key) => [key, { slug: testSlugs[key], ...collections[key] }])),
  }
}
