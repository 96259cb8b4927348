import type { Payload } from 'payload'

import type { SyncMode } from '../../../sdk/index.js'
import type { Limit } from '../../store/limits/takeTurn.js'

import { loadSync } from '../../engine/Sync.js'
import { findWorkOfAll } from '../../engine/work/asked/findWorkOfAll.js'
import { giveTurnBack, takeTurn } from '../../store/limits/takeTurn.js'

const HOUR_MS = 60 * 60_000

type TakeTriggersArgs = {
  mode: SyncMode
  payload: Payload
  /** Of all providers together. */
  perHour: number
  /** @default all that have the mode */
  provider: string | undefined
  resource: string | undefined
}

type Taken = {
  /** For a sync that was refused after all. */
  giveBack: () => Promise<void>
  /** 0, or how long to wait, in milliseconds; nothing was taken then. */
  waitMs: number
}

/**
 * Counts a sync that somebody triggers, and once more for each of its providers that take less.
 *
 * @throws RefusedError where it names no provider and none could do it
 */
export const takeTriggers = async ({
  payload,
  perHour,
  provider,
  ...work
}: TakeTriggersArgs): Promise<Taken> => {
  const { database, providers } = await loadSync({ payload })
  const names =
    provider === undefined
      ? findWorkOfAll({ ...work, providers }).map((found) => found.provider)
      : [provider]
  const limits: Limit[] = [
    { key: 'triggers', limit: perHour, windowMs: HOUR_MS },
    ...names.flatMap((name) => {
      const limit = providers.get(name)?.triggersPerHour
      return limit === undefined ? [] : [{ key: `triggers:${name}`, limit, windowMs: HOUR_MS }]
    }),
  ]
  const taken: string[] = []
  const giveBack = async (): Promise<void> => {
    for (const key of taken) {
      await giveTurnBack({ database, key })
    }
  }
  for (const limit of limits) {
    const waitMs = await takeTurn({ ...limit, database })
    if (waitMs > 0) {
      await giveBack()
      return { giveBack: () => Promise.resolve(), waitMs }
    }
    taken.push(limit.key)
  }
  return { giveBack, waitMs: 0 }
}
