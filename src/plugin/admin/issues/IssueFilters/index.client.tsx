'use client'

import type { ReactElement } from 'react'

import { useId } from 'react'

import type { GroupFilter } from '../../../../sync/operations/issues/groups/IssueGroup.js'
import type { IssueSource } from '../../../../sync/operations/issues/groups/listSources.js'
import type { FilterName } from '../issueFilter.js'

import { ISSUE_KINDS } from '../../../../sync/run/issues/IssueKind.js'
import { SEVERITIES } from '../../../../sync/run/issues/severity.js'
import { ISSUE_STATUSES } from '../../../collections/machinery/issueStatuses.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { FILTER_NAMES, readFilter } from '../issueFilter.js'

type IssueFiltersProps = {
  filter: GroupFilter
  onChange: (filter: GroupFilter) => void
  sources: IssueSource[]
}

type Option = { label: string; value: string }

/** By what issues can be filtered. */
export const IssueFilters = ({ filter, onChange, sources }: IssueFiltersProps): ReactElement => {
  const { names, t } = usePluginTranslation()
  const id = useId()
  const chosen = sources.filter(({ name }) => !filter.provider || name === filter.provider)
  const options: Readonly<Record<FilterName, Option[]>> = {
    kind: ISSUE_KINDS.map((value) => ({ label: t(`options:issueKind:${value}`), value })),
    provider: sources.map(({ name, label }) => ({ label, value: name })),
    resource: [...new Set(chosen.flatMap(({ resources }) => resources))].map((resource) => ({
      label: listNames({ nameOf: names.resource, resource, sources: chosen }),
      value: resource,
    })),
    severity: SEVERITIES.map((value) => ({ label: t(`issues:severities:${value}`), value })),
    status: ISSUE_STATUSES.filter((value) => value !== 'open').map((value) => ({
      label: t(`options:issueStatus:${value}`),
      value,
    })),
  }

  return (
    <div aria-label={t('issues:filters')} className="sync-issues__filters" role="group">
      {FILTER_NAMES.map((name) => (
        <label className="sync-issues__filter" htmlFor={`${id}-${name}`} key={name}>
          <span>{t(name === 'severity' ? 'issues:severity' : `fields:${name}`)}</span>
          <select
            id={`${id}-${name}`}
            onChange={({ target: { value } }) =>
              onChange(
                readFilter({
                  ...filter,
                  [name]: value,
                  // One provider does not have what another has.
                  ...(name === 'provider' && { resource: undefined }),
                }),
              )
            }
            value={filter[name] ?? ''}
          >
            <option value="">
              {t(name === 'status' ? 'options:issueStatus:open' : 'issues:any')}
            </option>
            {options[name].map(({ label, value }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}

type ListNamesArgs = {
  nameOf: (args: { provider: string; resource: string }) => string
  resource: string
  sources: IssueSource[]
}

/** What those who have a resource call it: the matches of one are the college games of another. */
const listNames = ({ nameOf, resource, sources }: ListNamesArgs): string => {
  const having = sources.filter(({ resources }) => resources.includes(resource))
  return [...new Set(having.map(({ name: provider }) => nameOf({ provider, resource })))].join(', ')
}
