import { z } from 'zod'

import type { JsonObject } from '../../../sdk/index.js'

import { isBlank } from '../../../sdk/index.js'

/** What is particular about one connection. */
export const settingsSchema = z.object({
  /** Id of the one season to read, of those that the account sees. @default all of them */
  season: z.string().trim().min(1).optional().meta({ title: 'Season' }),
  /** Id of the one team to read. A new season has a new one. @default all that the account sees */
  team: z.string().trim().min(1).optional().meta({ title: 'Team' }),
})

/** What is particular about one connection. */
export type PrestosportsSettings = z.output<typeof settingsSchema>

/** What `source` hands to every resource of a connection. */
export type PrestosportsSource = { settings: PrestosportsSettings }

/** The settings of a connection; a form leaves blank what nobody has chosen. */
export const readSettings = (settings: JsonObject): PrestosportsSettings =>
  settingsSchema.parse(
    Object.fromEntries(
      Object.entries(settings).filter(([, value]) => value !== null && !isBlank(value)),
    ),
  )
