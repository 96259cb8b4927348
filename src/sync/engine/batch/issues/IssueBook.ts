import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../../store/issues/SyncIssue.js'

import { type FindOpenArgs, findOpenIssueIds } from '../../../store/issues/findOpenIssueIds.js'

/** Which records of a resource have open issues, looked up once a run. */
export type IssueBook = {
  /** Notes issues that the run opens itself. */
  add: (issues: readonly Pick<SyncIssue, 'cause' | 'externalId' | 'kind'>[]) => void
  /** Those of some records that may have an issue, and whether rows stand for several records. */
  look: (
    req: PayloadRequest,
  ) => Promise<{ hasShared: boolean; mayHave: (externalId: string) => boolean }>
}

/**
 * A book that is filled when it is first asked. What others open meanwhile is closed by the next
 * run, but for a conflict, of which the record itself knows. Where there are too many issues to keep in mind, everybody may have one.
 */
export const createIssueBook = (args: Omit<FindOpenArgs, 'req'>): IssueBook => {
  let found: ReturnType<typeof findOpenIssueIds> | undefined
  const own = new Set<string>()
  let opensShared = false
  return {
    add: (issues) => {
      for (const { cause, externalId } of issues) {
        own.add(externalId)
        opensShared ||= cause !== undefined
      }
    },
    look: async (req) => {
      // In the transaction that asks: the pool may have no other connection.
      found ??= findOpenIssueIds({ ...args, req }).catch((error: unknown) => {
        found = undefined
        throw error
      })
      const { hasShared, ids } = await found
      return {
        hasShared: hasShared || opensShared,
        mayHave: (externalId) => ids === 'many' || ids.has(externalId) || own.has(externalId),
      }
    },
  }
}
