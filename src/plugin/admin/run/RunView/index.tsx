import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Gutter } from '@payloadcms/ui'

import type { RunReport } from '../../../../sync/operations/runs/getRunReport.js'
import type { Slugs } from '../../../options/collectionKeys.js'

import { getRunReport } from '../../../../sync/operations/runs/getRunReport.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { findTitles } from '../../server/findTitles.js'
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
    getRunReport({
      page: toPage(searchParams?.page),
      payload: req.payload,
      runId: doc.id,
      sight: await readSight({ req }),
    }),
    findAccess(req.payload)?.trigger({ req }) ?? false,
  ])
  const { records, run } = report
  const [documents, initiatedBy] = await Promise.all([
    findTitles({ records: records.docs, req }),
    findInitiator({ initiator: run.initiatedBy, req }),
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

type FindInitiatorArgs = {
  initiator: RunReport['run']['initiatedBy']
  req: RunViewProps['initPageResult']['req']
}

/** Who started the run, as far as the reader may know. */
const findInitiator = async ({ initiator, req }: FindInitiatorArgs): Promise<null | string> => {
  if (initiator === null) {
    return null
  }
  const { id, collection } = initiator
  const record = { collection, documentId: String(id), externalId: String(id) }
  const [user] = await findTitles({ records: [record], req })
  const title = user?.title ?? String(id)
  return collection === req.payload.config.admin.user ? title : `${title} (${collection})`
}
