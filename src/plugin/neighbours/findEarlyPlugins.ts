import type { Config, Plugin } from 'payload'

import type { EarlyPlugin } from './EarlyPlugin.js'
import type { Missed } from './tryPlugin.js'

import { tryPlugin } from './tryPlugin.js'

type FindEarlyPluginsArgs = {
  /** Those applied by hand, which are not in `plugins`. */
  byHand: readonly EarlyPlugin[]
  /** As this plugin was given it. */
  config: Config
  /** Slugs of the collections that this plugin adds. */
  late: readonly string[]
  /** The slug of this plugin. */
  slug: string
}

/** The plugins that ran before this one and missed its collections, by trying what they would do. */
export const findEarlyPlugins = async ({
  slug,
  byHand,
  config,
  late,
}: FindEarlyPluginsArgs): Promise<EarlyPlugin[]> => {
  const listed = config.plugins ?? []
  const sorted = sortPlugins(listed)
  const own = sorted.findIndex((plugin) => plugin.slug === slug)
  const found: EarlyPlugin[] = []
  const packages = new Set<string>()
  for (const plugin of sorted.slice(0, Math.max(own, 0))) {
    const missed = await tryPlugin({ config, late, plugin })
    if (missed.slugs.length > 0) {
      missed.packages.forEach((name) => packages.add(name))
      const position = listed.indexOf(plugin)
      found.push({ name: toName({ missed, plugin, position }), slugs: missed.slugs })
    }
  }
  return [...found, ...byHand.filter(({ name }) => !packages.has(name))]
}

/** As Payload's `buildConfig` does it. */
const sortPlugins = (plugins: readonly Plugin[]): Plugin[] =>
  [...plugins].sort((a, b) => (a.order ?? 0) - (b.order ?? 0))

type ToNameArgs = { missed: Missed; plugin: Plugin; position: number }

const toName = ({ missed: { fields, packages }, plugin, position }: ToNameArgs): string => {
  const name = plugin.slug ?? packages.join(', ')
  if (name !== '') {
    return name
  }
  const does = fields.length > 0 ? `, which adds ${fields.join(', ')}` : ''
  return `plugins[${position}]${does}`
}
