import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Line } from '../../store/runs/claim/lockLine.js'

import { limitProviders } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { dispatchNext } from '../../queue/dispatchNext.js'
import { prepareQueue } from '../../queue/prepareQueue.js'
import { LANES } from '../../run/Run.js'
import { reviveAuth } from '../../store/auth/reviveAuth.js'
import { forgetBreakers } from '../../store/breakers/forgetBreakers.js'
import { inTransaction } from '../../store/inTransaction.js'
import { forgetQuotas } from '../../store/quotas/forgetQuotas.js'
import { lockLine } from '../../store/runs/claim/lockLine.js'
import { wakeRuns } from '../../store/runs/wakeRuns.js'

type ResetProviderArgs = {
  /** Who asked, for the log: `users 7`; `null` where nobody is known. */
  by: null | string
  payload: Payload
  /** Its name. */
  provider: string
  /** Only what keeps these connections back. @default 'all' */
  sight?: Sight
}

/** What kept requests from a provider and is forgotten. */
export type ProviderReset = {
  /** Connections that were not asked because the provider did not answer. */
  breakers: number
  /** Budgets of requests of which something was known. */
  quotas: number
  /** Runs that were put off and start now. */
  runs: number
}

/**
 * Lifts what keeps requests from a provider: its circuit breakers, what is known of its quotas and
 * until when it refuses requests. Runs that were put off because of it start at once. Nothing is
 * asked of the provider here; should it still refuse, the next request finds out.
 *
 * @throws RefusedError for a provider nobody knows
 */
export const resetProvider = async ({
  by,
  payload,
  provider,
  sight = 'all',
}: ResetProviderArgs): Promise<ProviderReset> => {
  const sync = await loadSync({ payload })
  const { database } = sync
  const providers = limitProviders({ providers: sync.providers, sight })
  const known = providers.get(provider)
  if (!known) {
    throw new RefusedError({
      code: 'UNKNOWN_PROVIDER',
      message: `There is no provider "${provider}" (known: ${[...providers.keys()].join(', ')}).`,
    })
  }
  const lines: Line[] = [...known.connections.keys()].flatMap((connection) =>
    LANES.map((lane) => ({ connection, lane, provider })),
  )
  await prepareQueue({ database })
  const reset = await inTransaction({
    database,
    work: async (req) => {
      await reviveAuth({ database, provider, req, sight })
      let runs = 0
      for (const line of lines) {
        await lockLine({ database, line, req })
        const woken = await wakeRuns({ database, line, req })
        if (woken > 0) {
          await dispatchNext({ line, req, sync })
        }
        runs += woken
      }
      return {
        breakers: await forgetBreakers({ database, provider, req, sight }),
        quotas: await forgetQuotas({
          database,
          // How much is left of it tells what the others use.
          isShared: sight === 'all' || !known.accounts,
          provider,
          req,
          sight,
        }),
        runs,
      }
    },
  })
  payload.logger.info({ ...reset, by, msg: 'Sync provider reset.', provider })
  return reset
}
