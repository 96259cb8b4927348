import type { LiveCollection, LiveSettings } from '../../sync/runtime/live/LiveSettings.js'
import type { LiveCollectionOptions } from '../options/live/LiveOptions.js'
import type { ContentCollection } from '../options/resolveContent.js'
import type { ResolvedOptions } from '../options/resolveOptions.js'
import type { Step } from './Step.js'

import { OptionsError } from '../../shared/errors/index.js'
import { LIVE_KEY } from '../../sync/runtime/live/LiveSettings.js'

/** What visitors may follow, kept where the route finds it. */
export const addLive: Step = ({ config, options }) => {
  const { live, slugs } = options
  if (!live) {
    return config
  }
  const given = live.collections.map((one) => (typeof one === 'string' ? { collection: one } : one))
  const known = new Set((config.collections ?? []).map(({ slug }) => slug))
  const machinery = new Set<string>(Object.values(slugs))
  const collections = given.map((one) => ({ ...one, slug: toSlug({ ...one, options }) }))
  const problems = collections.flatMap(({ slug, collection }) =>
    machinery.has(slug) || !known.has(slug)
      ? [
          `live.collections: "${collection}" is no collection of a kit that a provider fills, and ` +
            'none of the project',
        ]
      : [],
  )
  if (problems.length > 0) {
    throw new OptionsError({ problems })
  }
  const settings: LiveSettings = {
    collections: new Map(collections.map(({ slug, ...one }) => [slug, toCollection(one)])),
    intervalMs: live.intervalMs ?? 1000,
    maxStreams: live.maxStreams ?? 1000,
  }
  return { ...config, custom: { ...config.custom, [LIVE_KEY]: settings } }
}

type ToSlugArgs = { collection: string; options: Pick<ResolvedOptions, 'content'> }

/** The slug of a collection of a kit, by its key or with its kit's name; others are slugs. */
const toSlug = ({ collection: name, options: { content } }: ToSlugArgs): string => {
  const isMeant = ({ key, kit }: ContentCollection): boolean =>
    name === key || name === `${kit.name}.${key}`
  return content.find(isMeant)?.slug ?? name
}

const toCollection = ({
  depth = 1,
  limit = 100,
  sort,
  where = {},
}: LiveCollectionOptions): LiveCollection => ({
  depth,
  limit,
  sort,
  where: typeof where === 'function' ? where : () => where,
})
