import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Health, HealthReason } from '../../run/Health.js'

import { describeError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { getAdapter } from '../../store/Database.js'
import { isDatabaseError } from '../../store/failures/isDatabaseError.js'
import { isMissingTable } from '../../store/failures/isMissingTable.js'
import { isPassing } from '../../store/failures/isPassing.js'
import { isPoolExhausted } from '../../store/pool/exhaustion.js'
import { getStatus } from '../status/getStatus.js'
import { ofMachinery } from './judgeMachinery.js'

/** Whoever asks for health gives up after a while, and should have heard why until then. */
const PATIENCE_MS = 5_000

type GetHealthArgs = {
  payload: Payload
  /** Nothing comes in of other connections. @default 'all' */
  sight?: Sight
}

/** How everything is, and when that was seen. */
export type SeenHealth = {
  /** ISO 8601. */
  checkedAt: string
} & Health

/**
 * What is wrong, and since when. A database that does not answer, or is not the one this version
 * needs, is a reason too.
 */
export const getHealth = async ({ payload, sight = 'all' }: GetHealthArgs): Promise<SeenHealth> => {
  const { clock } = getSync(payload)
  try {
    const { health, now } = await withinPatience(getStatus({ payload, sight }))
    return { ...health, checkedAt: now }
  } catch (error) {
    if (!(error instanceof NoAnswerError || isPassing(error) || isDatabaseError(error))) {
      throw error
    }
    const { pool } = getAdapter(payload)
    const values = { reason: describeError(error) }
    const reasons: HealthReason[] = [
      ofMachinery({
        code: isMissingTable(error) ? 'TABLES_MISSING' : 'DATABASE_AWAY',
        level: 'CRITICAL',
        values,
      }),
      ...(isPoolExhausted(pool)
        ? [
            ofMachinery({
              code: 'POOL_EXHAUSTED',
              level: 'CRITICAL',
              values: { connections: pool.options.max },
            }),
          ]
        : []),
    ]
    return { checkedAt: clock.now().toISOString(), level: 'CRITICAL', reasons }
  }
}

class NoAnswerError extends Error {}

const withinPatience = async <TResult>(work: Promise<TResult>): Promise<TResult> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswerError(`There was no answer within ${PATIENCE_MS / 1000} seconds.`))
    }, PATIENCE_MS)
  })
  // It may still fail when nobody waits for it any more.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
