import type { Payload } from 'payload'

import { isSyncError } from '../../../shared/errors/index.js'
import { isSealedWithCurrentKey } from '../../../shared/sealing/seal.js'
import { getSync } from '../../engine/Sync.js'
import { TOKENS } from '../../store/auth/findAuth.js'
import { CREDENTIALS } from '../../store/connections/loadConnections.js'
import { findSealed, replaceSealed } from '../../store/connections/replaceSealed.js'
import { getKeyring, openValues, sealValues } from '../../store/connections/sealValues.js'

export type KeyRotation = {
  /** Names of connections of which something is sealed that no known secret opens. */
  failed: string[]
  /** How many credentials and tokens were sealed with the current secret before. */
  kept: number
  /** How many are now. */
  rotated: number
}

/** What is sealed as what, where. */
const KINDS = { syncConnections: CREDENTIALS, syncTokens: TOKENS } as const

/**
 * Seals the credentials and tokens of all connections with the project's present secret. Each by
 * itself: one that was interrupted is run again, and does the rest. What is saved meanwhile stays.
 */
export const rotateKeys = async ({ payload }: { payload: Payload }): Promise<KeyRotation> => {
  const { database } = getSync(payload)
  const keyring = getKeyring(database)
  const rotation: KeyRotation = { failed: [], kept: 0, rotated: 0 }
  for (const key of ['syncConnections', 'syncTokens'] as const) {
    for (const row of await findSealed({ database, key })) {
      const { connection, sealed } = row
      if (isSealedWithCurrentKey({ keyring, sealed })) {
        rotation.kept += 1
        continue
      }
      const place = { ...row, database, kind: KINDS[key] }
      try {
        const values = openValues(place)
        await replaceSealed({
          ...place,
          before: sealed,
          key,
          sealed: sealValues({ ...place, values }),
        })
        rotation.rotated += 1
      } catch (error) {
        if (!isSyncError(error)) {
          throw error
        }
        rotation.failed.push(connection)
      }
    }
  }
  return rotation
}
