import type { PayloadRequest } from 'payload'

import type { Database } from '../../Database.js'
import type { FailedScope } from '../Checkpoint.js'
import type { LoggedRun } from './findRuns.js'

import { isId } from '../../isId.js'
import { readWork } from '../readWork.js'
import { asRun } from '../toRun.js'

type FindRunArgs = {
  database: Database
  /** To read it as its transaction has it. */
  req?: PayloadRequest
  runId: number | string
}

/** A run with what only its own page shows. */
export type RunDetails = {
  /** Parts that could not be read. */
  failedScopes: FailedScope[]
  /** In words, in the order they are read; empty until they were listed. */
  scopes: string[]
  /** Pages by the way they were read, where a provider has several: `{ api: 3 }`. */
  ways: Readonly<Record<string, number>>
} & LoggedRun

/** One run, or `null` when there is none of that id. */
export const findRun = async ({
  database,
  req,
  runId,
}: FindRunArgs): Promise<null | RunDetails> => {
  if (!isId({ id: runId, database })) {
    return null
  }
  const document = await database.payload.findByID({
    id: runId,
    collection: database.slugs.syncLogs,
    depth: 0,
    disableErrors: true,
    req,
    showHiddenFields: true,
  })
  if (!document) {
    return null
  }
  const { checkpoint, plan } = readWork({ checkpoint: document.checkpoint, plan: document.plan })
  return {
    ...asRun({ document, payload: database.payload }),
    failedScopes: checkpoint?.failedScopes ?? [],
    scopes: (plan ?? []).map(({ label }) => label),
    updatedAt: String(document.updatedAt),
    ways: checkpoint?.ways ?? {},
  }
}
