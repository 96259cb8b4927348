import { setTimeout as sleep } from 'node:timers/promises'

import type { AuthTurn, TokenStore } from './TokenStore.js'

const LONGEST_NAP_MS = 250

type WaitForTurnArgs = { forMs: number; store: TokenStore }

/** The turn to sign in or renew, when whoever has it gives it back, or is gone. */
export const waitForTurn = async ({ forMs, store }: WaitForTurnArgs): Promise<AuthTurn> => {
  for (;;) {
    const turn = await store.takeTurn({ forMs })
    if (!('waitMs' in turn)) {
      return turn
    }
    await sleep(Math.min(turn.waitMs, LONGEST_NAP_MS))
  }
}
