import type { Payload } from 'payload'

import { getAdapter } from '../Database.js'
import { keepSchema } from './keepSchema.js'

/**
 * Connects an adapter that Payload left unconnected, and changes nothing in the database: no
 * schema is pushed, nothing is migrated. Does nothing when it is connected.
 *
 * @throws Error that says why the database cannot be reached
 */
export const connectForCheckup = async ({ payload }: { payload: Payload }): Promise<void> => {
  const adapter = getAdapter(payload)
  // Typed as always there; it is made by connect().
  const { pool } = adapter as Partial<typeof adapter>
  if (pool) {
    return
  }
  keepSchema(adapter)
  // The adapter rejects this too when it cannot connect, and nobody else listens.
  adapter.initializing.catch(() => undefined)
  await adapter.connect?.()
}
