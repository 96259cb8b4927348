import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

import type { Database } from '../../../store/Database.js'

import { isSyncError } from '../../../../shared/errors/index.js'
import { open, seal } from '../../../../shared/sealing/seal.js'
import { getKeyring } from '../../../store/connections/sealValues.js'

/** What it is sealed as: it opens as nothing else. */
const CONTEXT = 'consent'

const stateSchema = z.object({
  connectionId: z.string(),
  /** Where the provider was told to send the person back to. */
  redirectUrl: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
  /** Who began it. */
  user: z.string(),
  /** What proves to the provider that whoever comes with the code is who asked for it. */
  verifier: z.string(),
})

/**
 * What is known of a person while they are at the provider. It goes there and comes back with them,
 * sealed, so that it works over all hosts and nobody makes one up for somebody else.
 */
export type ConsentState = z.output<typeof stateSchema>

const VERIFIER_BYTES = 32

/** RFC 7636, section 4.1. */
export const createVerifier = (): string => randomBytes(VERIFIER_BYTES).toString('base64url')

/** RFC 7636, section 4.2. */
export const toChallenge = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')

type SealStateArgs = { database: Pick<Database, 'payload'>; state: ConsentState }

export const sealState = ({ database, state }: SealStateArgs): string =>
  seal({ context: CONTEXT, keyring: getKeyring(database), value: JSON.stringify(state) })

type OpenStateArgs = { database: Pick<Database, 'payload'>; sealed: string }

/** What was sealed; `undefined` for what this project never sealed. */
export const openState = ({ database, sealed }: OpenStateArgs): ConsentState | undefined => {
  try {
    const text = open({ context: CONTEXT, keyring: getKeyring(database), sealed })
    return stateSchema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (isSyncError(error)) {
      return undefined
    }
    throw error
  }
}
