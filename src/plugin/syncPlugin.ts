import type { Config, Plugin } from 'payload'

import { definePlugin } from 'payload'

import type { SyncPluginOptions } from './options/SyncPluginOptions.js'

import { OptionsError } from '../shared/errors/index.js'
import { addAdmin } from './add/addAdmin.js'
import { addCollections } from './add/addCollections.js'
import { addEndpoints } from './add/addEndpoints.js'
import { addGraphQL } from './add/addGraphQL.js'
import { addLive } from './add/addLive.js'
import { addOnInit } from './add/addOnInit.js'
import { addSettings } from './add/addSettings.js'
import { addSmallPool } from './add/addSmallPool.js'
import { addTranslations } from './add/addTranslations.js'
import { findPluginProblems } from './add/findProjectProblems.js'
import { withOrderWarning } from './neighbours/withOrderWarning.js'
import { resolveOptions } from './options/resolveOptions.js'
import { addSyncCommand } from './platform/addSyncCommand.js'

const SLUG = 'payload-plugin-sync'

/**
 * Keeps collections in step with outside systems.
 *
 * @throws OptionsError at start-up when an option cannot work, or the project; it lists all problems
 */
export const syncPlugin = (options: SyncPluginOptions): Plugin => {
  const resolved = resolveOptions(options)
  const steps = resolved.enabled
    ? [
        addCollections,
        addGraphQL,
        addTranslations,
        addSettings,
        addLive,
        addEndpoints,
        addAdmin,
        addSyncCommand,
        addOnInit,
        addSmallPool,
      ]
    : // The collections stay, or the database would lose their tables.
      [addCollections, addGraphQL, addTranslations]

  const { enabled, order } = resolved
  return definePlugin<SyncPluginOptions>({
    slug: SLUG,
    order,
    plugin: ({ config: before }): Config => {
      const problems = findPluginProblems({ slug: SLUG, config: before })
      if (problems.length > 0) {
        throw new OptionsError({ problems })
      }
      const config = steps.reduce(
        (extended, add) => add({ config: extended, options: resolved }),
        before,
      )
      return enabled ? withOrderWarning({ slug: SLUG, before, config, order }) : config
    },
  })(options)
}
