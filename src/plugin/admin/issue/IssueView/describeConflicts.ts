import type { PayloadRequest } from 'payload'

import type { Issue } from '../../../../sync/operations/issues/listIssues.js'
import type { Shown } from '../../document/fields/FieldUnit.js'

import { findTitles } from '../../document/fields/describe/findTitles.js'
import { showValue } from '../../document/fields/describe/showValue.js'
import { findField } from '../../server/findField.js'

/** A field on which provider and editor differ, as people read it. */
export type ShownConflict = { label: string; mine: Shown; path: string; theirs: Shown }

type DescribeConflictsArgs = { issue: Issue; req: PayloadRequest }

type Conflict = { current: unknown; field: string; incoming: unknown }

/** The conflicts of an issue in the words of the project; none for an issue of another kind. */
export const describeConflicts = async ({
  issue: { collection, details, kind, provider },
  req,
}: DescribeConflictsArgs): Promise<ShownConflict[]> => {
  const { i18n, payload } = req
  const { blocks } = payload
  const conflicts = (kind === 'conflict' ? (details?.conflicts ?? []) : []) as Conflict[]
  const fields = payload.collections[collection ?? '']?.config.flattenedFields ?? []
  const found = conflicts.map((conflict) => ({
    ...conflict,
    ...findField({ blocks, fields, i18n, path: conflict.field }),
    path: conflict.field,
  }))
  const pointers = found.flatMap(({ current, field, incoming }) =>
    [current, incoming].map((value) => ({ field, isSaid: false, value })),
  )
  const titleOf = await findTitles({ pointers, provider, req })
  return found.map(({ current, field, incoming, label, path }) => ({
    label,
    mine: showValue({ field, i18n, isSaid: false, titleOf, value: current }),
    path,
    theirs: showValue({ field, i18n, isSaid: false, titleOf, value: incoming }),
  }))
}
