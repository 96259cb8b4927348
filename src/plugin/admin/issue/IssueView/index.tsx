import type { DocumentViewServerProps, PayloadRequest } from 'payload'
import type { ReactElement } from 'react'

import { Gutter } from '@payloadcms/ui'

import type { Issue, IssueRow } from '../../../../sync/operations/issues/listIssues.js'
import type { Slugs } from '../../../options/collectionKeys.js'
import type { TitledDocument } from '../../server/findTitles.js'

import { toIssue } from '../../../../sync/operations/issues/listIssues.js'
import { QUARANTINE_KINDS } from '../../../../sync/operations/issues/quarantine/findQuarantined.js'
import { getQuarantined } from '../../../../sync/operations/issues/quarantine/getQuarantined.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { findTitles } from '../../server/findTitles.js'
import { describeAbsent } from './describeAbsent.js'
import { describeConflicts } from './describeConflicts.js'
import { describeFields } from './describeFields.js'
import { IssueViewClient } from './index.client.js'

export type IssueViewProps = { slugs: Slugs } & DocumentViewServerProps

type SeenRow = {
  firstSeenAt?: null | string
  lastSeenAt?: null | string
  timesSeen?: null | number
} & IssueRow

/** The page of an issue: what is wrong, and what a person can do about it. */
export const IssueView = async ({
  doc,
  initPageResult: { req },
  slugs,
}: IssueViewProps): Promise<ReactElement> => {
  const { payload } = req
  const row = doc as unknown as SeenRow
  const issue = toIssue(row)
  const access = findAccess(payload)
  const isQuarantined = QUARANTINE_KINDS.includes(issue.kind)
  const [canManage, canTrigger, document, run, conflicts, absent, record] = await Promise.all([
    access?.manage({ req }) ?? false,
    access?.trigger({ req }) ?? false,
    findDocument({ issue, req }),
    findRun({ issue, req, slugs }),
    describeConflicts({ issue, req }),
    describeAbsent({ issue, req }),
    isQuarantined
      ? // What the project does not sync any more is only told of.
        getQuarantined({ issueId: issue.id, payload, req, sight: await readSight({ req }) }).catch(
          () => null,
        )
      : null,
  ])

  return (
    <Gutter className="sync-view">
      <IssueViewClient
        absent={absent}
        conflicts={conflicts}
        document={document}
        fields={record ? describeFields({ record, req }) : []}
        initialNow={Date.now()}
        issue={issue}
        may={{ manage: canManage, trigger: canTrigger }}
        record={record}
        run={run}
        seen={{
          first: row.firstSeenAt ?? issue.createdAt,
          last: row.lastSeenAt ?? issue.updatedAt,
          times: row.timesSeen ?? null,
        }}
      />
    </Gutter>
  )
}

type FindDocumentArgs = { issue: Issue; req: PayloadRequest }

const findDocument = async ({ issue, req }: FindDocumentArgs): Promise<null | TitledDocument> => {
  const { collection, documentId, externalId } = issue
  if (collection === null || documentId === null) {
    return null
  }
  const records = [{ collection, documentId, externalId: externalId ?? documentId }]
  const [found] = await findTitles({ records, req })
  return found ?? null
}

type FindRunArgs = { slugs: Slugs } & FindDocumentArgs

const findRun = async ({
  issue: { runId },
  req,
  slugs,
}: FindRunArgs): Promise<null | TitledDocument> => {
  if (runId === null) {
    return null
  }
  const id = String(runId)
  const records = [{ collection: slugs.syncLogs, documentId: id, externalId: id }]
  const [found] = await findTitles({ records, req })
  return found ?? null
}
