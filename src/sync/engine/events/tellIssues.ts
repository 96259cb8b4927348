import type { PayloadRequest } from 'payload'

import type { IssueKind } from '../../run/issues/IssueKind.js'
import type { OpenIssuesArgs } from '../../store/issues/openIssues.js'
import type { Sync } from '../Sync.js'

import { findOpenIssues } from '../../store/issues/findOpenIssues.js'
import { openIssues } from '../../store/issues/openIssues.js'
import { getSync } from '../Sync.js'
import { toRunStream } from './changes.js'
import { isHeard, tellNotice } from './tellNotice.js'

/**
 * Opens issues, and writes down for people that they were opened: those that were open before are no
 * news.
 */
export const openAndTellIssues = async (args: OpenIssuesArgs): Promise<void> => {
  const { database, issues } = args
  const sync = getSync(database.payload)
  const isAnyHeard = (['issue:opened', 'conflict:opened'] as const).some((name) =>
    isHeard({ name, sync }),
  )
  const open = isAnyHeard && issues.length > 0 ? await findOpenIssues(args) : new Set<string>()
  await openIssues(args)
  if (!isAnyHeard) {
    return
  }
  const kinds = new Map<IssueKind, Set<string>>()
  for (const { externalId, kind } of issues) {
    if (!open.has(`${kind}/${externalId}`)) {
      kinds.set(kind, (kinds.get(kind) ?? new Set()).add(externalId))
    }
  }
  const conflicts = kinds.get('conflict')?.size ?? 0
  kinds.delete('conflict')
  const counts = Object.fromEntries([...kinds].map(([kind, ids]) => [`kind.${kind}`, ids.size]))
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const about = { ...args, sync }
  await tellOpened({ ...about, name: 'issue:opened', count, values: counts })
  await tellOpened({ ...about, name: 'conflict:opened', count: conflicts, values: {} })
}

type TellOpenedArgs = {
  count: number
  name: 'conflict:opened' | 'issue:opened'
  req: PayloadRequest
  sync: Sync
  values: Record<string, number>
} & Pick<OpenIssuesArgs, 'connection' | 'provider' | 'resource' | 'runId'>

const tellOpened = async ({
  name,
  connection,
  count,
  provider,
  req,
  resource,
  runId,
  sync,
  values,
}: TellOpenedArgs): Promise<void> => {
  if (count === 0) {
    return
  }
  await tellNotice({
    notice: {
      name,
      connection: connection ?? null,
      count,
      ...(runId !== null && { group: toRunStream(runId) }),
      // With no connection nobody knows whose record it is.
      isRestricted: connection === undefined && Boolean(sync.providers.get(provider)?.accounts),
      link: { of: 'issues', run: runId },
      provider,
      resource,
      severity: 'warning',
      values,
    },
    req,
    sync,
  })
}
