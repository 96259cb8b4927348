import type { GomafiaSettings } from './options.js'
import type { Sources } from './sources/askSources.js'

/** What the resources of one provider share. */
export type Context = { settings: GomafiaSettings; sources: Sources }
