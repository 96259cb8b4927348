import type { Check } from '../Check.js'

import { getAdapter } from '../../../store/Database.js'
import { readServer } from '../../../store/health/readServer.js'
import { ok, warning } from '../Check.js'

const TOLERANCE_MS = 5_000

/** Whether this process and the database agree on the time. */
export const checkClock: Check = {
  name: 'clock',
  look: async ({ clock, payload }) => {
    const { aheadMs } = await readServer({ now: clock.now, pool: getAdapter(payload).pool })
    const seconds = (Math.abs(aheadMs) / 1000).toFixed(1)
    return Math.abs(aheadMs) <= TOLERANCE_MS
      ? [ok(`This clock and the database's differ by ${seconds} s.`)]
      : [
          warning({
            advice: 'Let both hosts take their time from NTP.',
            message: `The database's clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this process's.`,
          }),
        ]
  },
  needs: ['database'],
}
