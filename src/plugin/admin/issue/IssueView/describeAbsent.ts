import type { PayloadRequest } from 'payload'

import type { Issue } from '../../../../sync/operations/issues/listIssues.js'
import type { TitledDocument } from '../../server/findTitles.js'

import { listAbsent } from '../../../../sync/operations/records/absence/listAbsent.js'
import { readSight } from '../../../collections/readSight.js'
import { findTitles } from '../../server/findTitles.js'

/** So many are named; a person who has seen them knows what kind of thing has happened. */
const MOST = 60

export type ShownAbsent = {
  /** The first of them. */
  documents: TitledDocument[]
  /** How many there are. */
  total: number
}

type DescribeAbsentArgs = { issue: Issue; req: PayloadRequest }

/** What a scope lacks, by name; `null` where there is nothing to be confirmed. */
export const describeAbsent = async ({
  issue: { id, kind, status },
  req,
}: DescribeAbsentArgs): Promise<null | ShownAbsent> => {
  if (kind !== 'absence' || status !== 'open') {
    return null
  }
  const sight = await readSight({ req })
  // What the project does not sync any more is only told of.
  const absent = await listAbsent({ issueId: id, req, sight }).catch(() => null)
  if (!absent || absent.length === 0) {
    return null
  }
  const documents = await findTitles({ records: absent.slice(0, MOST), req })
  return {
    documents: documents.sort((one, other) => one.title.localeCompare(other.title)),
    total: absent.length,
  }
}
