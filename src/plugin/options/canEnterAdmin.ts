import { canAccessAdmin } from 'payload'

import type { AccessCheck } from './SyncPluginOptions.js'

/** Whether a signed-in user may enter the admin panel, by the project's own rules. */
export const canEnterAdmin: AccessCheck = async ({ req }) => {
  if (!req.user) {
    // Payload lets anybody in while there are no users at all, to create the first one.
    return false
  }
  try {
    await canAccessAdmin({ req })
    return true
  } catch {
    return false
  }
}
