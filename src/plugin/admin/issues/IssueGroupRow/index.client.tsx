'use client'

import type { ReactElement } from 'react'

import { Button, Pill } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type {
  GroupFilter,
  IssueGroup,
} from '../../../../sync/operations/issues/groups/IssueGroup.js'
import type { IssueAction, SelectedIssue } from '../ISSUE_ACTIONS.js'

import { Age } from '../../parts/Age/index.client.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { SEVERITY_PILLS } from '../../parts/SEVERITY_PILLS.js'
import { ISSUE_ACTIONS } from '../ISSUE_ACTIONS.js'
import { IssueMembers, type Selection } from '../IssueMembers/index.client.js'

type IssueGroupRowProps = {
  adminRoute: string
  fieldLabels: Readonly<Record<string, string>>
  filter: GroupFilter
  group: IssueGroup
  isBusy: boolean
  issuesSlug: string
  may: Readonly<Record<IssueAction['needs'], boolean>>
  now: number
  onAsk: (asked: { action: IssueAction; group: IssueGroup; selected?: SelectedIssue[] }) => void
}

/** Issues with one reason: how many they are, what can be done, and on demand which they are. */
export const IssueGroupRow = ({
  adminRoute,
  fieldLabels,
  filter,
  group,
  isBusy,
  issuesSlug,
  may,
  now,
  onAsk,
}: IssueGroupRowProps): ReactElement => {
  const { language, names, t } = usePluginTranslation()
  const isHydrated = useHydrated()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [selected, setSelected] = useState<Selection>(() => new Map())
  const { kind, lastSeen, provider, records, resource, severity } = group
  const actions = ISSUE_ACTIONS[kind].filter(
    ({ needs, status = 'open' }) => may[needs] && status === (filter.status ?? 'open'),
  )
  const title = toTitle({ fieldLabels, group, t })

  return (
    <li className={`sync-issues__group sync-issues__group--${severity}`}>
      <div className="sync-issues__head">
        <span className="sync-issues__count">
          {t('issues:times', { count: formatCount({ count: records, language }) })}
        </span>
        <div className="sync-issues__what">
          <button
            aria-controls={`${id}-members`}
            aria-expanded={isOpen}
            className="sync-issues__toggle"
            disabled={!isHydrated}
            onClick={() => setIsOpen(!isOpen)}
            type="button"
          >
            {title}
          </button>
          <div className="sync-issues__facts">
            <Pill pillStyle={SEVERITY_PILLS[severity]} size="small">
              {t(`options:issueKind:${kind}`)}
            </Pill>{' '}
            {names.work({ provider, resource })} · <Age date={lastSeen} now={now} />
          </div>
        </div>
        <div className="sync-issues__actions">
          {selected.size > 0 && (
            <span className="sync-view__muted">
              {t('issues:selected', { count: formatCount({ count: selected.size, language }) })}
            </span>
          )}
          {actions.map((action) => (
            <Button
              aria-label={`${t(action.label)}: ${title}`}
              buttonStyle="secondary"
              disabled={isBusy || !isHydrated}
              key={action.name}
              margin={false}
              onClick={() =>
                onAsk({
                  action,
                  group,
                  ...(action.isForSelection &&
                    selected.size > 0 && { selected: [...selected.values()] }),
                })
              }
              size="small"
            >
              {t(action.label)}
            </Button>
          ))}
        </div>
      </div>
      <div hidden={!isOpen} id={`${id}-members`}>
        {isOpen && (
          <IssueMembers
            adminRoute={adminRoute}
            filter={filter}
            group={group}
            issuesSlug={issuesSlug}
            // What was decided is not among them any more.
            key={`${group.issues}-${lastSeen}`}
            onSelect={
              actions.some(({ isForSelection }) => isForSelection) ? setSelected : undefined
            }
            selected={selected}
          />
        )}
      </div>
    </li>
  )
}

type ToTitleArgs = { t: ReturnType<typeof usePluginTranslation>['t'] } & Pick<
  IssueGroupRowProps,
  'fieldLabels' | 'group'
>

const toTitle = ({
  fieldLabels,
  group: { collection, fields, kind, message, target },
  t,
}: ToTitleArgs): string => {
  if (kind === 'conflict' && fields.length > 0) {
    return fields.map((path) => fieldLabels[`${collection}/${path}`] ?? path).join(', ')
  }
  if (kind === 'reference' && target !== null) {
    return t('issues:noTarget', { target })
  }
  const text = message.trim()
  return text === '' ? t(`options:issueKind:${kind}`) : text[0]!.toUpperCase() + text.slice(1)
}
