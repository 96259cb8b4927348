import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { SyncMode } from '../../../sdk/index.js'
import type { Limit, TakenTurn } from '../../store/limits/takeTurn.js'

import { limitProviders } from '../../../sdk/connections/Sight.js'
import { loadSync } from '../../engine/Sync.js'
import { findWorkOfAll } from '../../engine/work/asked/findWorkOfAll.js'
import { inTransaction } from '../../store/inTransaction.js'
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
  /** Whose connections are meant where no provider is named. */
  sight: Sight
}

type Taken = {
  /** For a sync that was refused after all. */
  giveBack: () => Promise<void>
  /** What must not be exceeded, in words; `null` where a turn was left. */
  refusal: { message: string; waitMs: number } | null
}

type NamedLimit = { what: string } & Limit

/**
 * Counts a sync that somebody triggers, and once more for each of its providers that take less: all
 * of it, or nothing.
 *
 * @throws RefusedError where it names no provider and none could do it
 */
export const takeTriggers = async ({
  payload,
  perHour,
  provider,
  sight,
  ...work
}: TakeTriggersArgs): Promise<Taken> => {
  const { database, providers: all } = await loadSync({ payload })
  const providers = limitProviders({ providers: all, sight })
  const names =
    provider === undefined
      ? findWorkOfAll({ ...work, providers }).map((found) => found.provider)
      : [provider]
  const limits: NamedLimit[] = [
    // All take this one first, so that no two wait for each other.
    { key: 'triggers', limit: perHour, what: 'syncs', windowMs: HOUR_MS },
    ...names.flatMap((name) => {
      const { label, triggersPerHour: limit } = providers.get(name) ?? {}
      return limit === undefined
        ? []
        : [{ key: `triggers:${name}`, limit, what: `syncs of ${label}`, windowMs: HOUR_MS }]
    }),
  ]
  return await inTransaction({
    database,
    work: async (req) => {
      const taken: TakenTurn[] = []
      for (const { what, ...limit } of limits) {
        const turn = await takeTurn({ ...limit, database, req })
        if (!('key' in turn)) {
          for (const before of taken) {
            await giveTurnBack({ database, req, turn: before })
          }
          const message = `${limit.limit} ${what} may be triggered in an hour.`
          return { giveBack: () => Promise.resolve(), refusal: { message, waitMs: turn.waitMs } }
        }
        taken.push(turn)
      }
      return {
        giveBack: async () => {
          for (const turn of taken) {
            await giveTurnBack({ database, turn })
          }
        },
        refusal: null,
      }
    },
  })
}
