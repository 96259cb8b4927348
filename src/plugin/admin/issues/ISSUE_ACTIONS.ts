import type { DecidedMany } from '../../../sync/operations/issues/groups/decideMany.js'
import type { IssueGroup } from '../../../sync/operations/issues/groups/IssueGroup.js'
import type { Issue } from '../../../sync/operations/issues/listIssues.js'
import type {
  RetriedRecord,
  RetryOutcome,
} from '../../../sync/operations/issues/quarantine/retryRecords.js'
import type { Decision } from '../../../sync/operations/records/edit/decideConflicts.js'
import type { IssueKind } from '../../../sync/run/issues/IssueKind.js'
import type { TranslationKey } from '../../translations/index.js'

export type ActionArgs = {
  group: IssueGroup
  /** The issues of the group, or those of them that a person has selected. */
  listIssues: () => Promise<readonly SelectedIssue[]>
  /** Told how many are done so far. */
  onProgress: (done: number) => void
  /** Asks a route below `/sync`. @throws Error with what the server says when it refuses */
  post: <TAnswer>(path: `/${string}`, body?: object) => Promise<TAnswer>
  /** Those that a person has selected. @default all of the group */
  selected?: readonly SelectedIssue[] | undefined
}

/** As much of an issue as is needed to do something about it. */
export type SelectedIssue = Pick<Issue, 'externalId' | 'id'>

export type ActionResult = {
  done: number
  failed: number
  /** What became of the records, where that differs from one to the other. */
  outcomes?: Partial<Record<RetryOutcome, number>>
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
  /** Whether single issues can be selected for it. */
  isForSelection: boolean
  label: TranslationKey
  name: string
  /** Who may do it, by the options' `access`. */
  needs: 'manage' | 'trigger' | 'view'
  perform: (args: ActionArgs) => Promise<ActionResult>
  /** Of the issues that it is for. @default 'open' */
  status?: 'ignored'
}

const decide = (decision: Decision): IssueAction => ({
  name: decision,
  confirm: `issues:confirm:${decision}`,
  done: 'issues:decided',
  isForSelection: true,
  label: `issues:actions:${decision}`,
  needs: 'view',
  perform: async ({ group: { fields, provider, resource }, onProgress, post, selected }) => {
    const externalIds = selected?.flatMap(({ externalId }) => externalId ?? [])
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

/** As many as are fetched one by one while a person waits for one answer. */
const RETRY_CHUNK = 20

const RETRY: IssueAction = {
  name: 'retry',
  done: 'issues:retried:stored',
  isForSelection: true,
  label: 'issues:actions:retry',
  needs: 'trigger',
  perform: async ({ listIssues, onProgress, post }) => {
    const outcomes: Partial<Record<RetryOutcome, number>> = {}
    let done = 0
    let reason: string | undefined
    for (const ids of toChunks(await listIssues(), RETRY_CHUNK)) {
      const { records } = await post<{ records: RetriedRecord[] }>('/issues/retry', { ids })
      for (const { message, outcome } of records) {
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
        reason ??= message
      }
      done += ids.length
      onProgress(done)
    }
    const { gone = 0, refused = 0, stored = 0 } = outcomes
    return { done: stored, failed: gone + refused, outcomes, reason }
  },
}

/** As many as one call takes. */
const IGNORE_CHUNK = 500

const ignore = (isIgnored: boolean): IssueAction => ({
  name: isIgnored ? 'ignore' : 'stopIgnoring',
  done: isIgnored ? 'issues:ignored' : 'issues:notIgnored',
  isForSelection: true,
  label: isIgnored ? 'issues:actions:ignore' : 'issues:actions:stopIgnoring',
  needs: 'manage',
  perform: async ({ listIssues, onProgress, post }) => {
    let done = 0
    for (const ids of toChunks(await listIssues(), IGNORE_CHUNK)) {
      done += (await post<{ ids: unknown[] }>('/issues/ignore', { ids, isIgnored })).ids.length
      onProgress(done)
    }
    return { done, failed: 0 }
  },
  ...(isIgnored ? { confirm: 'issues:confirm:ignore' } : { status: 'ignored' }),
})

/** A person says that what parts lack is gone for good. */
const CONFIRM_ABSENCE: IssueAction = {
  name: 'gone',
  confirm: 'issues:confirm:gone',
  done: 'absence:confirmed',
  isForSelection: true,
  label: 'issues:actions:gone',
  needs: 'manage',
  perform: async ({ listIssues, onProgress, post }) => {
    let done = 0
    for (const { id } of await listIssues()) {
      done += (await post<{ missing: number }>(`/issues/${id}/confirm`)).missing
      onProgress(done)
    }
    return { done, failed: 0 }
  },
}

/** What can be done about the issues of a kind, what is done most first. */
export const ISSUE_ACTIONS: Readonly<Record<IssueKind, readonly IssueAction[]>> = {
  absence: [CONFIRM_ABSENCE, SYNC_AGAIN],
  claim: [SYNC_AGAIN],
  conflict: [decide('theirs'), decide('mine'), decide('lock')],
  connection: [],
  invalid: [RETRY, ignore(true), ignore(false)],
  missing: [SYNC_AGAIN],
  reference: [SYNC_AGAIN],
  schedule: [],
  stale: [SYNC_AGAIN],
  write: [RETRY, ignore(true), ignore(false)],
}

const toChunks = (issues: readonly SelectedIssue[], size: number): Issue['id'][][] =>
  Array.from({ length: Math.ceil(issues.length / size) }, (_, index) =>
    issues.slice(index * size, (index + 1) * size).map(({ id }) => id),
  )
