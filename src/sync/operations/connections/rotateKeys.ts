import type { Payload } from 'payload'

import { isSyncError } from '../../../shared/errors/index.js'
import { isSealedWithCurrentKey } from '../../../shared/sealing/seal.js'
import { getSync } from '../../engine/Sync.js'
import { findConnections } from '../../store/connections/findConnections.js'
import { CREDENTIALS } from '../../store/connections/loadConnections.js'
import { replaceSealed } from '../../store/connections/replaceSealed.js'
import { getKeyring, openValues, sealValues } from '../../store/connections/sealValues.js'

export type KeyRotation = {
  /** Names of connections whose credentials no secret opens that is known. */
  failed: string[]
  /** How many were sealed with the current secret before. */
  kept: number
  /** How many are now. */
  rotated: number
}

/**
 * Seals the credentials of all connections with the project's present secret. Each by itself: one
 * that was interrupted is run again, and does the rest. Credentials that somebody saves meanwhile
 * stay.
 */
export const rotateKeys = async ({ payload }: { payload: Payload }): Promise<KeyRotation> => {
  const { database } = getSync(payload)
  const keyring = getKeyring(database)
  const rotation: KeyRotation = { failed: [], kept: 0, rotated: 0 }
  for (const { name, provider, sealed } of await findConnections({ database })) {
    if (sealed === null) {
      continue
    }
    if (isSealedWithCurrentKey({ keyring, sealed })) {
      rotation.kept += 1
      continue
    }
    const place = { connection: name, database, kind: CREDENTIALS, provider }
    try {
      const values = openValues({ ...place, sealed })
      await replaceSealed({ ...place, before: sealed, sealed: sealValues({ ...place, values }) })
      rotation.rotated += 1
    } catch (error) {
      if (!isSyncError(error)) {
        throw error
      }
      rotation.failed.push(name)
    }
  }
  return rotation
}
