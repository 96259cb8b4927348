'use client'

import type { ReactElement } from 'react'

import { Button, Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'

import type {
  GroupFilter,
  IssueGroup,
} from '../../../../sync/operations/issues/groups/IssueGroup.js'
import type { Issue } from '../../../../sync/operations/issues/listIssues.js'
import type { SelectedIssue } from '../ISSUE_ACTIONS.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import { toQuery } from '../issueFilter.js'

type IssueMembersProps = {
  adminRoute: string
  filter: GroupFilter
  group: IssueGroup
  issuesSlug: string
  /** Absent where nothing can be done with single ones. */
  onSelect?: ((selected: Selection) => void) | undefined
  selected: Selection
}

/** The issues that a person has selected, by id. */
export type Selection = ReadonlyMap<Issue['id'], SelectedIssue>

const PAGE = 20

/** The issues of a group, a page at a time. */
export const IssueMembers = ({
  adminRoute,
  filter: { status },
  group,
  issuesSlug,
  onSelect,
  selected,
}: IssueMembersProps): ReactElement => {
  const { kind, provider, reason, resource } = group
  const url = useSyncURL(`${SYNC_API_PATHS.issues}/members`)
  const { language, t } = usePluginTranslation()
  const [issues, setIssues] = useState<Issue[]>([])
  const [total, setTotal] = useState<null | number>(null)

  const load = useCallback(
    async (page: number): Promise<{ docs: Issue[]; totalDocs: number }> => {
      const query = { kind, limit: PAGE, page, provider, reason, resource, status }
      const response = await fetch(`${url}${toQuery(query)}`, { credentials: 'include' })
      return response.ok
        ? ((await response.json()) as { docs: Issue[]; totalDocs: number })
        : { docs: [], totalDocs: 0 }
    },
    [kind, provider, reason, resource, status, url],
  )
  useEffect(() => {
    let isGone = false
    void load(1).then(({ docs, totalDocs }) => {
      if (!isGone) {
        setIssues(docs)
        setTotal(totalDocs)
      }
    })
    return () => {
      isGone = true
    }
  }, [load])

  const more = (): void => {
    void load(issues.length / PAGE + 1).then(({ docs }) => setIssues([...issues, ...docs]))
  }
  const toggle = ({ id, externalId }: SelectedIssue): void => {
    const next = new Map(selected)
    if (!next.delete(id)) {
      next.set(id, { id, externalId })
    }
    onSelect?.(next)
  }

  if (total === null) {
    return <p className="sync-view__muted">{t('issues:loading')}</p>
  }
  return (
    <>
      <ul className="sync-issues__members">
        {issues.map((issue) => {
          const { id, collection, details, documentId, externalId, message } = issue
          return (
            <li className="sync-issues__member" key={id}>
              {onSelect && (kind !== 'conflict' || externalId !== null) && (
                <input
                  aria-label={t('issues:select', { name: externalId ?? message })}
                  checked={selected.has(id)}
                  onChange={() => toggle(issue)}
                  type="checkbox"
                />
              )}
              <span className="sync-issues__message">
                <Link
                  className="sync-view__link"
                  href={formatAdminURL({
                    adminRoute,
                    path: `/collections/${issuesSlug}/${id}`,
                  })}
                  prefetch={false}
                >
                  {externalId ?? message}
                </Link>{' '}
                {kind === 'conflict' ? (
                  <ConflictValues details={details} fields={group.fields} />
                ) : (
                  externalId !== null &&
                  // What all of them have in common stands above them.
                  message !== group.message && <span className="sync-view__muted">{message}</span>
                )}
              </span>
              {collection !== null && documentId !== null && (
                <Link
                  aria-label={`${t('issues:document')}: ${externalId ?? documentId}`}
                  className="sync-view__link"
                  href={formatAdminURL({
                    adminRoute,
                    path: `/collections/${collection}/${documentId}`,
                  })}
                  prefetch={false}
                >
                  {t('issues:document')}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      {issues.length < total && (
        <Button buttonStyle="secondary" margin={false} onClick={more} size="small">
          {t('issues:more', {
            count: formatCount({ count: total - issues.length, language }),
          })}
        </Button>
      )}
    </>
  )
}

type ConflictValuesProps = { details: Issue['details']; fields: readonly string[] }

type Conflict = { current: unknown; field: string; incoming: unknown }

/** What the two say of each field of the group. */
const ConflictValues = ({ details, fields }: ConflictValuesProps): ReactElement => {
  const { t } = usePluginTranslation()
  const conflicts = (details?.conflicts ?? []) as Conflict[]

  return (
    <span className="sync-issues__values">
      {conflicts
        .filter(({ field }) => fields.some((own) => field === own || field.startsWith(`${own}.`)))
        .map(({ current, field, incoming }) => (
          <span key={field}>
            {fields.length > 1 || field !== fields[0] ? `${field}: ` : ''}
            <span className="sync-view__muted">{t('unit:providerSays')}</span> {toText(incoming)}{' '}
            <span className="sync-view__muted">· {t('unit:here')}</span> {toText(current)}
          </span>
        ))}
    </span>
  )
}

const LONGEST = 60

const toText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') {
    return '–'
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
