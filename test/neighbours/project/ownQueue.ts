import type { Runner } from 'graphile-worker'

import { Logger, run } from 'graphile-worker'

/** A queue of the project's own, in the schema that it has without being told. */
export const startOwnQueue = async (): Promise<Runner> =>
  await run({
    connectionString: process.env.DATABASE_URL,
    logger: new Logger(() => () => undefined),
    noHandleSignals: true,
    taskList: {
      double: async (given, { query }) => {
        const { number } = given as { number: number }
        await query('insert into own_queue.done (doubled) values ($1)', [number * 2])
      },
    },
  })
