import type { Config } from 'payload'

import type { ResolvedOptions } from '../options/resolveOptions.js'

export type StepArgs = { config: Config; options: ResolvedOptions }

/** Adds one concern to a config and returns the new one; the one it was given stays as it is. */
export type Step = (args: StepArgs) => Config
