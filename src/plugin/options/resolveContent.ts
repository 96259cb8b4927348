import type { ContentKit, Provider } from '../../sdk/index.js'
import type { CollectionOptions, SyncPluginOptions } from './SyncPluginOptions.js'

import { isMachineryKey } from './collectionKeys.js'

/** A collection of a kit, as this project has it. */
export type ContentCollection = {
  /** Whether anybody may read it. */
  isPublic: boolean
  key: string
  kit: ContentKit
  overrides: CollectionOptions['overrides']
  slug: string
}

/**
 * The kits of the providers, each once. Kits of one name are one kit: a bundler may load the module
 * that makes it twice.
 */
export const findKits = (providers: readonly Pick<Provider, 'content'>[]): ContentKit[] => {
  const kits = new Map<string, ContentKit>()
  for (const { content } of providers) {
    if (content && !kits.has(content.name)) {
      kits.set(content.name, content)
    }
  }
  return [...kits.values()]
}

type ResolveContentArgs = {
  collections: NonNullable<SyncPluginOptions['collections']>
  kits?: SyncPluginOptions['kits']
  providers: readonly Pick<Provider, 'content'>[]
}

type FindContentArgs = {
  content: readonly ContentCollection[]
  /** As a resource names it: a key of the provider's kit, or the slug of a project's own. */
  name: string
  provider: Pick<Provider, 'content'>
}

/** The collection of a kit that a resource of this provider fills, or `undefined`. */
export const findContent = ({
  name,
  content,
  provider,
}: FindContentArgs): ContentCollection | undefined =>
  content.find(({ key, kit }) => key === name && kit.name === provider.content?.name)

type ToOptionNameArgs = { collection: ContentCollection; content: readonly ContentCollection[] }

/**
 * How the options name a collection: by its key, with its kit's name where the key is not enough.
 */
export const toOptionName = ({ collection: { key, kit }, content }: ToOptionNameArgs): string =>
  isMachineryKey(key) || content.some((other) => other.key === key && other.kit !== kit)
    ? `'${kit.name}.${key}'`
    : key

/** Every collection of every kit, filled or not, with what the options say of it. */
export const resolveContent = ({
  collections,
  kits = {},
  providers,
}: ResolveContentArgs): ContentCollection[] =>
  findKits(providers).flatMap((kit) =>
    [...kit.collections.keys()].map((key) => {
      const isPublic = kits[kit.name]?.publicRead === true
      const plain = isMachineryKey(key) ? undefined : collections[key]
      const { slug = key, overrides } = collections[`${kit.name}.${key}`] ?? plain ?? {}
      return { slug, isPublic, key, kit, overrides }
    }),
  )
