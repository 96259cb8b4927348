import type { DecidedMany } from '../../../sync/operations/issues/groups/decideMany.js'
import type { IssueGroup } from '../../../sync/operations/issues/groups/IssueGroup.js'
import type { Decision } from '../../../sync/operations/records/edit/decideConflicts.js'
import type { IssueKind } from '../../../sync/run/issues/IssueKind.js'
import type { TranslationKey } from '../../translations/index.js'

export type ActionArgs = {
  /** Those that a person has selected. @default all of the group */
  externalIds?: readonly string[] | undefined
  group: IssueGroup
  /** Told how many are done so far. */
  onProgress: (done: number) => void
  /** Asks a route below `/sync`. @throws Error with what the server says when it refuses */
  post: <TAnswer>(path: `/${string}`, body?: object) => Promise<TAnswer>
}

export type ActionResult = {
  done: number
  failed: number
  /** Why the first of them failed. */
  reason?: string | undefined
  /** The run that tells of it. */
  runId?: null | number | string
}

export type IssueAction = {
  /** What is asked first, with `{{count}}`; absent for what harms nobody. */
  confirm?: TranslationKey
  /** Said when it is done, with `{{count}}`. */
  done: TranslationKey
  /** Whether single records can be selected for it. */
  isForSelection: boolean
  label: TranslationKey
  name: string
  /** Who may do it, by the options' `access`. */
  needs: 'manage' | 'trigger' | 'view'
  perform: (args: ActionArgs) => Promise<ActionResult>
}

const decide = (decision: Decision): IssueAction => ({
  name: decision,
  confirm: `issues:confirm:${decision}`,
  done: 'issues:decided',
  isForSelection: true,
  label: `issues:actions:${decision}`,
  needs: 'view',
  perform: async ({ externalIds, group: { fields, provider, resource }, onProgress, post }) => {
    let failed: DecidedMany['failed'] = []
    let goOn: { after: string; runId: number | string } | undefined
    for (;;) {
      const body = { decision, externalIds, fields, goOn, provider, resource }
      const answer = await post<DecidedMany>('/issues/decide', body)
      const { after, decided, runId } = answer
      failed = [...failed, ...answer.failed]
      onProgress(decided)
      if (after === null || runId === null) {
        return { done: decided, failed: failed.length, reason: failed[0]?.message, runId }
      }
      goOn = { after, runId }
    }
  },
})

/** Reads all of the resource again: what is in order by then closes by itself. */
const SYNC_AGAIN: IssueAction = {
  name: 'again',
  done: 'view:triggered',
  isForSelection: false,
  label: 'issues:actions:again',
  needs: 'trigger',
  perform: async ({ group: { issues, provider, resource }, post }) => {
    await post('/trigger', { mode: 'full', provider, resource })
    return { done: issues, failed: 0 }
  },
}

/** What can be done about the issues of a kind, what is done most first. */
export const ISSUE_ACTIONS: Readonly<Record<IssueKind, readonly IssueAction[]>> = {
  absence: [SYNC_AGAIN],
  claim: [SYNC_AGAIN],
  conflict: [decide('theirs'), decide('mine'), decide('lock')],
  connection: [],
  invalid: [SYNC_AGAIN],
  missing: [SYNC_AGAIN],
  reference: [SYNC_AGAIN],
  schedule: [],
  stale: [SYNC_AGAIN],
  write: [SYNC_AGAIN],
}
