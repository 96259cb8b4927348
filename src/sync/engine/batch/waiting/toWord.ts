import type { WaitingWord } from '../../../store/records/waiting/WaitingWord.js'
import type { PreparedRecord } from '../prepareRecords.js'

type ToWordArgs = {
  record: PreparedRecord
  runId: null | number | string
  saidAt: Date
  scope: null | string
}

/** What was said of a record, as it is kept until it can be stored. */
export const toWord = ({
  record: { document, hash, references },
  runId,
  saidAt,
  scope,
}: ToWordArgs): WaitingWord => ({
  document,
  hash,
  references,
  run: runId === null ? null : String(runId),
  saidAt: saidAt.toISOString(),
  scope,
})
