import type { PayloadRequest } from 'payload'

import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { SyncTest } from '../project/createSyncTest.js'

import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { untilBlockedOrDone } from './untilBlockedOrDone.js'

type CreateSavesTestArgs = Pick<object & Parameters<typeof createSyncTest>[0], 'records'>

/** A batch that stops in its transaction, and goes on when it is told to. */
export type HeldBatch = {
  /** Lets the batch commit, and gives the run when it has ended. */
  release: () => Promise<RunDetails>
}

export type SavesTest = {
  /**
   * Begins a sync whose batch stops before it writes the document of this record: what comes before
   * it is written, and nothing is committed.
   */
  holdBatchAt: (externalId: string) => Promise<HeldBatch>
  /** Settles when a statement waits for somebody else's lock, or `save` has ended. */
  untilBlockedOrDone: (save: Promise<unknown>) => Promise<void>
} & SyncTest

type Gate = { externalId: string; opened: Promise<void>; reached: () => void }

/** A sync test whose batches can be stopped in the middle. */
export const createSavesTest = async ({ records }: CreateSavesTestArgs): Promise<SavesTest> => {
  let gate: Gate | undefined
  const test = await createSyncTest({
    options: {
      collections: {
        matches: {
          overrides: (collection) => ({
            ...collection,
            hooks: {
              ...collection.hooks,
              beforeChange: [
                ...(collection.hooks?.beforeChange ?? []),
                async ({ context, data, originalDoc }) => {
                  const { externalId } = (originalDoc ?? {}) as { externalId?: string }
                  if (context.sync && gate && externalId === gate.externalId) {
                    gate.reached()
                    await gate.opened
                  }
                  return data as Record<string, unknown>
                },
              ],
            },
          }),
        },
      },
    },
    records,
  })
  const { payload, sync } = test

  return {
    ...test,
    holdBatchAt: async (externalId) => {
      let open!: () => void
      let run!: Promise<RunDetails>
      await new Promise<void>((reached) => {
        const opened = new Promise<void>((resolve) => {
          open = resolve
        })
        gate = { externalId, opened, reached }
        run = sync()
      })
      return {
        release: async () => {
          gate = undefined
          open()
          return await run
        },
      }
    },
    untilBlockedOrDone: (save) => untilBlockedOrDone({ payload, save }),
  }
}

type BeginArgs = {
  isolation?: 'repeatable read'
  payload: SavesTest['payload']
}

/** A request with a transaction of its own, as a project's hook or endpoint would have it. */
export const beginOwn = async ({
  isolation,
  payload,
}: BeginArgs): Promise<Pick<PayloadRequest, 'transactionID'>> => {
  const id = await payload.db.beginTransaction(
    isolation ? { isolationLevel: isolation } : undefined,
  )
  return { transactionID: id! }
}

export const MATCHES = testSlugs.matches
