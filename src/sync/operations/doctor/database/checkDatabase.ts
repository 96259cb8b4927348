import type { Check } from '../Check.js'

import { describeError } from '../../../../shared/errors/index.js'
import { getAdapter } from '../../../store/Database.js'
import { connectForCheckup } from '../../../store/health/connectForCheckup.js'
import { readServer } from '../../../store/health/readServer.js'
import { ok, problem } from '../Check.js'

/** Since this version a session can be ended for being silent, which tells of a hung worker. */
const OLDEST_VERSION = 14

/** A host that answers nothing at all would be waited for much longer. */
const PATIENCE_MS = 10_000

/** Whether the database answers, and is new enough. */
export const checkDatabase: Check = {
  name: 'database',
  look: async ({ clock, payload }) => {
    const reach = async () => {
      await connectForCheckup({ payload })
      return await readServer({ now: clock.now, pool: getAdapter(payload).pool })
    }
    try {
      const { version, versionMajor } = await withinPatience(reach())
      return versionMajor >= OLDEST_VERSION
        ? [ok(`PostgreSQL ${version} answers.`)]
        : [
            problem({
              advice: `Move to PostgreSQL ${OLDEST_VERSION} or newer.`,
              message: `PostgreSQL ${version} cannot end the session of a worker that hangs.`,
            }),
          ]
    } catch (error) {
      const reason = describeError(error)
      return [
        problem({
          advice: "Check the address in the adapter's pool options and that PostgreSQL runs.",
          message: `The database cannot be reached: ${reason}`,
        }),
      ]
    }
  },
  needs: [],
}

const withinPatience = async <TResult>(work: Promise<TResult>): Promise<TResult> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${PATIENCE_MS / 1000} seconds.`)),
      PATIENCE_MS,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
