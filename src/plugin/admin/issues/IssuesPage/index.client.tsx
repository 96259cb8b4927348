'use client'

import type { ReactElement } from 'react'

import { ConfirmationModal, Link, SetStepNav, useConfig, useModal } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type {
  GroupFilter,
  IssueGroup,
} from '../../../../sync/operations/issues/groups/IssueGroup.js'
import type { IssueSource } from '../../../../sync/operations/issues/groups/listSources.js'
import type { IssueAction, SelectedIssue } from '../ISSUE_ACTIONS.js'

import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { SYNC_VIEW_PATH } from '../../syncPaths.js'
import { IssueFilters } from '../IssueFilters/index.client.js'
import { IssueGroupRow } from '../IssueGroupRow/index.client.js'
import { useIssueAction } from '../useIssueAction.client.js'
import { useIssueGroups } from '../useIssueGroups.client.js'

export type IssuesPageProps = {
  /** What people call fields, by `collection/path`. */
  fieldLabels: Readonly<Record<string, string>>
  initialFilter: GroupFilter
  initialGroups: IssueGroup[]
  initialNow: number
  issuesSlug: string
  logsSlug: string
  may: Readonly<Record<IssueAction['needs'], boolean>>
  sources: IssueSource[]
}

const CLOCK_MS = 10_000
const MODAL = 'sync-issues-confirm'

type Asked = { action: IssueAction; group: IssueGroup; selected?: SelectedIssue[] }

/** Issues by kind and reason, with what can be done about all of a group at once. */
const IssuesPage = ({
  fieldLabels,
  initialFilter,
  initialGroups,
  initialNow,
  issuesSlug,
  logsSlug,
  may,
  sources,
}: IssuesPageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, t } = usePluginTranslation()
  const now = useNow({ initialNow, intervalMs: CLOCK_MS })
  const { filter, groups, refresh, setFilter } = useIssueGroups({ initialFilter, initialGroups })
  const { perform, progress } = useIssueAction({
    logsSlug,
    onEnd: refresh,
    status: filter.status,
  })
  const { openModal } = useModal()
  const [asked, setAsked] = useState<Asked | null>(null)

  const ask = (wanted: Asked): void => {
    if (wanted.action.confirm) {
      setAsked(wanted)
      openModal(MODAL)
    } else {
      perform(wanted)
    }
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const total = groups.reduce((sum, { issues }) => sum + issues, 0)

  return (
    <>
      <SetStepNav
        nav={[
          { label: t('view:title'), url: formatAdminURL({ adminRoute, path: SYNC_VIEW_PATH }) },
          { label: t('issues:title') },
        ]}
      />
      <header className="sync-view__head">
        <h1 className="sync-view__title">{t('issues:title')}</h1>
        <Link
          className="sync-view__link"
          href={formatAdminURL({ adminRoute, path: `/collections/${issuesSlug}` })}
          prefetch={false}
        >
          {t('issues:all')}
        </Link>
      </header>
      <IssueFilters filter={filter} onChange={setFilter} sources={sources} />
      <p className="sync-issues__sum" role="status">
        {progress
          ? t('issues:working', {
              done: formatCount({ count: progress.done, language }),
              total: formatCount({ count: progress.total, language }),
            })
          : t('issues:sum', {
              groups: formatCount({ count: groups.length, language }),
              issues: formatCount({ count: total, language }),
            })}
      </p>
      {groups.length === 0 ? (
        <div className="sync-view__empty">
          <strong>{t(isFiltered ? 'issues:nothingFound' : 'issues:allWell')}</strong>
          <p className="sync-view__muted">
            {t(isFiltered ? 'issues:nothingFoundHint' : 'issues:allWellHint')}
          </p>
        </div>
      ) : (
        <ul className="sync-issues__groups">
          {groups.map((group) => (
            <IssueGroupRow
              adminRoute={adminRoute}
              fieldLabels={fieldLabels}
              filter={filter}
              group={group}
              isBusy={progress !== null}
              issuesSlug={issuesSlug}
              key={[group.kind, group.provider, group.resource, group.reason].join('/')}
              may={may}
              now={now}
              onAsk={ask}
            />
          ))}
        </ul>
      )}
      <ConfirmationModal
        body={
          asked?.action.confirm
            ? t(asked.action.confirm, {
                count: formatCount({
                  count: asked.selected?.length ?? asked.group.records,
                  language,
                }),
              })
            : ''
        }
        confirmLabel={asked ? t(asked.action.label) : undefined}
        heading={t('issues:confirm:title')}
        modalSlug={MODAL}
        onConfirm={() => {
          if (asked) {
            perform(asked)
          }
        }}
      />
    </>
  )
}

// What React loads lazily must be the default.
export default IssuesPage
