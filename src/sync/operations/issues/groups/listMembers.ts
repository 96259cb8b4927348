import type { Payload } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Issue, IssueRow } from '../listIssues.js'
import type { GroupFilter } from './IssueGroup.js'

import { loadSync } from '../../../engine/Sync.js'
import { findMembers } from '../../../store/issues/groups/findGroups.js'
import { toIssue } from '../listIssues.js'
import { findReasons, toWhere } from './listGroups.js'

type ListMembersArgs = {
  filter: { reason: string } & GroupFilter
  limit: number
  /** From 1. */
  page: number
  payload: Payload
  sight: Sight
}

/** A page of the issues of a group, those told last first. */
export const listMembers = async ({
  filter: { reason, ...filter },
  limit,
  page,
  payload,
  sight,
}: ListMembersArgs): Promise<{ docs: Issue[]; totalDocs: number }> => {
  const sync = await loadSync({ payload })
  const { database } = sync
  const where = toWhere(filter)
  const fields = await findReasons({ sight, sync, where })
  const { ids, total } = await findMembers({ database, fields, limit, page, reason, sight, where })
  const { docs } = await payload.find({
    collection: database.slugs.syncIssues,
    depth: 0,
    pagination: false,
    where: { id: { in: ids } },
  })
  const byId = new Map(docs.map((document) => [String(document.id), document]))
  return {
    docs: ids.flatMap((id) => {
      const found = byId.get(String(id))
      return found ? [toIssue(found as unknown as IssueRow)] : []
    }),
    totalDocs: total,
  }
}
