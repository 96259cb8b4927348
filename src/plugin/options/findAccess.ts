import type { Payload } from 'payload'

import type { ResolvedOptions } from './resolveOptions.js'

/** Where the checks are kept in Payload's config, which never reaches a browser. */
export const ACCESS_KEY = 'payload-plugin-sync/access'

/** Who may do what, for components that Payload draws; `null` while the plugin is off. */
export const findAccess = (payload: Payload): null | ResolvedOptions['access'] =>
  (payload.config.custom?.[ACCESS_KEY] as ResolvedOptions['access'] | undefined) ?? null
