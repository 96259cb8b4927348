import type { MachineryKey } from '../../sync/store/Database.js'

import { MACHINERY_KEYS } from '../../sync/store/Database.js'

export type { MachineryKey } from '../../sync/store/Database.js'
export { MACHINERY_KEYS } from '../../sync/store/Database.js'

/** The slug that each collection of the plugin's own machinery really has in this project. */
export type Slugs = Readonly<Record<MachineryKey, string>>

/**
 * Whether a key names a collection of the plugin's own machinery; such a key alone never means a
 * kit's.
 */
export const isMachineryKey = (key: string): key is MachineryKey =>
  MACHINERY_KEYS.some((machinery) => machinery === key)
