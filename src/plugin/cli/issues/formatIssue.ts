import type { Payload } from 'payload'

import type { Issue } from '../../../sync/operations/issues/listIssues.js'

import { getNames } from '../../../sync/operations/getNames.js'

type FormatIssueArgs = { issue: Issue; payload: Payload }

/** An issue in a line: its id, what it is about, and what it says. */
export const formatIssue = ({
  issue: { id, externalId, kind, message, provider, recordCount, resource },
  payload,
}: FormatIssueArgs): string => {
  const about = getNames(payload).work({ provider, resource })
  const records = recordCount > 1 ? `${recordCount} records` : externalId
  return [
    String(id).padStart(6),
    kind.padEnd(10),
    records === null ? about : `${about} · ${records}`,
    `· ${message.replaceAll(/\s+/g, ' ')}`,
  ].join(' ')
}
