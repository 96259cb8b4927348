'use client'

import type { ReactElement } from 'react'

import { Button, Pill, SetStepNav, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Issue } from '../../../../sync/operations/issues/listIssues.js'
import type { QuarantinedRecord } from '../../../../sync/operations/issues/quarantine/getQuarantined.js'
import type { TitledDocument } from '../../server/findTitles.js'
import type { ShownAbsent } from '../IssueView/describeAbsent.js'
import type { ShownConflict } from '../IssueView/describeConflicts.js'
import type { FormField } from '../IssueView/describeFields.js'

import { SEVERITY_OF } from '../../../../sync/run/issues/severity.js'
import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { RestoreRecord } from '../../parts/RestoreRecord/index.client.js'
import { SEVERITY_PILLS } from '../../parts/SEVERITY_PILLS.js'
import { SYNC_ISSUES_PATH } from '../../syncPaths.js'
import { ConfirmAbsence } from '../ConfirmAbsence/index.client.js'
import { ConflictValues } from '../ConflictValues/index.client.js'
import { IssueFacts } from '../IssueFacts/index.client.js'
import { Quarantine } from '../Quarantine/index.client.js'

export type IssuePageProps = {
  /** What a scope lacks; `null` where there is nothing to be confirmed. */
  absent: null | ShownAbsent
  /** Empty for an issue of another kind. */
  conflicts: ShownConflict[]
  /** `null` where nothing is stored. */
  document: null | TitledDocument
  /** Of a record that could not be stored, for the form to put it right. */
  fields: FormField[]
  /** The server's time when it read the issue. */
  initialNow: number
  issue: Issue
  may: Readonly<Record<'manage' | 'trigger', boolean>>
  /** Of an issue of records that could not be stored. */
  record: null | QuarantinedRecord
  run: null | TitledDocument
  seen: { first: string; last: string; times: null | number }
}

const CLOCK_MS = 10_000

/** What is wrong, what a person can do about it, and what is known of it. */
const IssuePage = ({
  absent,
  conflicts,
  document,
  fields,
  initialNow,
  issue,
  may,
  record,
  run,
  seen,
}: IssuePageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { names, t } = usePluginTranslation()
  const now = useNow({ initialNow, intervalMs: CLOCK_MS })
  const { details, externalId, kind, message, provider, resource, status } = issue
  const isOpen = status === 'open'
  const isOfDeleted = kind === 'reference' && typeof details?.deletedAt === 'string'

  return (
    <>
      <SetStepNav
        nav={[
          { label: t('issues:title'), url: formatAdminURL({ adminRoute, path: SYNC_ISSUES_PATH }) },
          { label: t(`options:issueKind:${kind}`) },
        ]}
      />
      <div className="sync-issue">
        <div className="sync-issue__main">
          <header className="sync-issue__head">
            <Pill pillStyle={SEVERITY_PILLS[SEVERITY_OF[kind]]} size="small">
              {t(`options:issueKind:${kind}`)}
            </Pill>
            {!isOpen && (
              <Pill pillStyle={status === 'resolved' ? 'success' : 'light-gray'} size="small">
                {t(`options:issueStatus:${status}`)}
              </Pill>
            )}
            <span>{names.work({ provider, resource })}</span>
          </header>
          <p className="sync-issue__message">{message}</p>
          {record && (
            <Quarantine
              canIgnore={may.manage}
              canRetry={may.trigger}
              fields={fields}
              record={record}
            />
          )}
          {conflicts.length > 0 && (
            <ConflictValues conflicts={conflicts} providerLabel={names.provider(provider)} />
          )}
          {kind === 'conflict' && isOpen && document?.href && (
            <div className="sync-issue__actions">
              <Button el="link" margin={false} size="small" url={document.href}>
                {t('issue:decide')}
              </Button>
            </div>
          )}
          {absent && may.manage && <ConfirmAbsence absent={absent} issue={issue} />}
          {isOfDeleted && isOpen && externalId !== null && (
            <div className="sync-issue__actions">
              <RestoreRecord externalId={externalId} provider={provider} resource={resource} />
            </div>
          )}
        </div>
        <IssueFacts document={document} issue={issue} now={now} run={run} seen={seen} />
      </div>
    </>
  )
}

// What React loads lazily must be the default.
export default IssuePage
