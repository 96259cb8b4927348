import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Gutter } from '@payloadcms/ui'

import type { Slugs } from '../../../options/collectionKeys.js'

import { getRunReport } from '../../../../sync/operations/runs/getRunReport.js'
import { findAccess } from '../../../options/findAccess.js'
import { findTitles } from './findTitles.js'
import { RunViewClient } from './index.client.js'

export type RunViewProps = { slugs: Slugs } & DocumentViewServerProps

/** The page of a run, in place of a form that nobody may change. */
export const RunView = async ({
  doc,
  initPageResult: { req },
  searchParams,
  slugs,
}: RunViewProps): Promise<ReactElement> => {
  const [report, canTrigger] = await Promise.all([
    getRunReport({ page: toPage(searchParams?.page), payload: req.payload, runId: doc.id }),
    findAccess(req.payload)?.trigger({ req }) ?? false,
  ])
  const { records, run } = report
  const [documents, initiatedBy] = await Promise.all([
    findTitles({ records: records.docs, req }),
    findInitiator({ id: run.initiatedBy, req }),
  ])

  return (
    <Gutter className="sync-view sync-run">
      <RunViewClient
        canTrigger={canTrigger}
        documents={documents}
        initialNow={Date.now()}
        initiatedBy={initiatedBy}
        issuesSlug={slugs.syncIssues}
        logsSlug={slugs.syncLogs}
        report={report}
      />
    </Gutter>
  )
}

/** A number from 1, whatever stands in the address. */
const toPage = (given: unknown): number => Math.max(1, Math.trunc(Number(given)) || 1)

type FindInitiatorArgs = { id: null | number | string; req: RunViewProps['initPageResult']['req'] }

/** Who started the run, as far as the reader may know. */
const findInitiator = async ({ id, req }: FindInitiatorArgs): Promise<null | string> => {
  if (id === null) {
    return null
  }
  const collection = req.payload.config.admin.user
  const record = { collection, documentId: String(id), externalId: String(id) }
  const [user] = await findTitles({ records: [record], req })
  return user?.title ?? String(id)
}
