import { z } from 'zod'

const idSetting = z.string().trim().min(1).optional()

/** What is particular about one connection. */
export const settingsSchema = z.object({
  /** Id of the one season to read, of those that the account sees. @default all of them */
  season: idSetting,
  /** Id of the one team to read. A new season has a new one. @default all that the account sees */
  team: idSetting,
})

/** What is particular about one connection. */
export type PrestosportsSettings = z.output<typeof settingsSchema>

/** What `source` hands to every resource of a connection. */
export type PrestosportsSource = { settings: PrestosportsSettings }
