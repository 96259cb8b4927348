import type { GroupFilter } from '../../../sync/operations/issues/groups/IssueGroup.js'

import { ISSUE_KINDS } from '../../../sync/run/issues/IssueKind.js'
import { SEVERITIES } from '../../../sync/run/issues/severity.js'
import { ISSUE_STATUSES } from '../../collections/machinery/issueStatuses.js'

export const FILTER_NAMES = ['severity', 'kind', 'provider', 'resource', 'status'] as const

export type FilterName = (typeof FILTER_NAMES)[number]

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The filter that an address carries; what it spells wrong is left out. */
export const readFilter = (query: Query): GroupFilter => {
  const read = (name: FilterName): string | undefined => {
    const value = query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const oneOf = <TValue extends string>(
    name: FilterName,
    values: readonly TValue[],
  ): TValue | undefined => values.find((value) => value === read(name))
  return {
    kind: oneOf('kind', ISSUE_KINDS),
    provider: read('provider'),
    resource: read('resource'),
    severity: oneOf('severity', SEVERITIES),
    status: oneOf('status', ISSUE_STATUSES),
  }
}

/** A filter as the query of an address: empty, or with its `?`. */
export const toQuery = (filter: Readonly<Record<string, number | string | undefined>>): string => {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString()
  return query === '' ? '' : `?${query}`
}
