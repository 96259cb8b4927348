import type { Config } from 'payload'

import { findByHand } from './findByHand.js'
import { findEarlyPlugins } from './findEarlyPlugins.js'

type WithOrderWarningArgs = {
  /** As this plugin was given it. */
  before: Config
  /** As this plugin leaves it. */
  config: Config
  order: number
  /** Of this plugin. */
  slug: string
}

/**
 * Names, when the project starts in development, the plugins that ran too early to do anything here.
 * In production it would find the same, and calls of other plugins have no place in its start.
 */
export const withOrderWarning = ({ slug, before, config, order }: WithOrderWarningArgs): Config => {
  const present = new Set((before.collections ?? []).map((collection) => collection.slug))
  const given: Config = { ...before, collections: [...(before.collections ?? [])] }
  const late = (config.collections ?? [])
    .map((collection) => collection.slug)
    .filter((added) => !present.has(added))
  // Now, because later plugins write to what they are given.
  const byHand = findByHand({ config: before, late })
  return {
    ...config,
    onInit: async (payload) => {
      await config.onInit?.(payload)
      if (process.env.NODE_ENV === 'production') {
        return
      }
      for (const { name, slugs } of await findEarlyPlugins({ slug, byHand, config: given, late })) {
        payload.logger.warn({
          msg:
            `${name} ran before ${slug} and has done nothing for ${slugs.join(', ')}, which did ` +
            `not exist yet. Plugins with an \`order\` above ${order}, and those without one, run ` +
            `after it: have it in \`plugins\` so, or lower the option \`order\` of syncPlugin.`,
        })
      }
    },
  }
}
