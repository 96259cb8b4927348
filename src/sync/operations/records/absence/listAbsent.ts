import type { PayloadRequest } from 'payload'

import type { AbsentRecord } from '../../../store/records/absence/findLacking.js'
import type { AbsenceIssueArgs } from './findAbsenceIssue.js'

import { inTransaction } from '../../../store/inTransaction.js'
import { findAbsent } from '../../../store/records/absence/countAbsence.js'
import { findAbsenceIssue } from './findAbsenceIssue.js'

/**
 * The records that somebody who confirms an open issue about a scope would say are gone, by
 * `externalId`.
 *
 * @throws RefusedError `UNKNOWN_ISSUE` for one that is not there, is closed, or is about something else
 */
export const listAbsent = async (
  args: { req: PayloadRequest } & Omit<AbsenceIssueArgs, 'payload'>,
): Promise<AbsentRecord[]> => {
  const { about, sync } = await findAbsenceIssue({ ...args, payload: args.req.payload })
  const { database } = sync
  return await inTransaction({
    database,
    work: (req) => findAbsent({ ...about, database, lock: 'none', req }),
  })
}
