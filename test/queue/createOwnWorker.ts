import type { Runner as OldRunner } from 'graphile-worker-old'

import { Logger, run } from 'graphile-worker'
import { Logger as OldLogger, run as runOld } from 'graphile-worker-old'
import { onTestFinished } from 'vitest'

const TASK = 'own-mail'

type CreateOwnWorkerArgs = {
  databaseUrl: string
  /** `older`: of the version before the one that the plugin has. */
  version: 'older' | 'same'
}

export type OwnWorker = {
  /** Queues a job and returns when it is done. */
  work: () => Promise<void>
}

/** A project's own graphile-worker, where every program has it by default. */
export const createOwnWorker = async ({
  databaseUrl,
  version,
}: CreateOwnWorkerArgs): Promise<OwnWorker> => {
  const done = new Map<string, () => void>()
  const options = {
    connectionString: databaseUrl,
    noHandleSignals: true,
    parsedCronItems: [],
    taskList: {
      [TASK]: (payload: unknown) => done.get((payload as { id: string }).id)?.(),
    },
  }
  const silent = () => () => undefined
  const runner: Pick<OldRunner, 'addJob' | 'stop'> =
    version === 'older'
      ? await runOld({ ...options, logger: new OldLogger(silent) })
      : await run({ ...options, logger: new Logger(silent) })
  onTestFinished(() => runner.stop())

  let count = 0
  return {
    work: async () => {
      count += 1
      const id = String(count)
      const worked = new Promise<void>((resolve) => done.set(id, resolve))
      await runner.addJob(TASK, { id })
      await worked
    },
  }
}
