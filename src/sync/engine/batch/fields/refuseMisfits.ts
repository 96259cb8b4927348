import type { Job } from '../Job.js'
import type { PreparedRecord, RejectedRecord } from '../prepareRecords.js'
import type { Batch } from '../storeBatch.js'

import { toMisfits } from '../../write/refusal/toMisfits.js'
import { tellProblems, toProblem } from '../../write/refusal/toProblem.js'

type Records = Pick<Batch, 'prepared' | 'rejected'>

type RefuseMisfitsArgs<TRecords extends Records> = {
  /** Records that need not be looked at. @default all are */
  fitting?: ReadonlySet<PreparedRecord> | undefined
  job: Job
  records: TRecords
}

/** Takes out the records with a value that its field cannot take, before anything is written. */
export const refuseMisfits = <TRecords extends Records>({
  fitting,
  job,
  records,
}: RefuseMisfitsArgs<TRecords>): TRecords => {
  const prepared: PreparedRecord[] = []
  const rejected: RejectedRecord[] = [...records.rejected]
  for (const record of records.prepared) {
    if (fitting?.has(record)) {
      prepared.push(record)
      continue
    }
    const { document, externalId, raw } = record
    const misfits = toMisfits({ document, job, shape: job.shape })
    if (misfits.length === 0) {
      prepared.push(record)
      continue
    }
    const told = tellProblems({ problems: misfits.map(toProblem), subject: 'The record' })
    rejected.push({
      externalId,
      isIdentified: true,
      issue: { ...told, documentId: null, externalId, kind: 'invalid' },
      mapped: document,
      raw,
    })
  }
  return { ...records, prepared, rejected }
}
