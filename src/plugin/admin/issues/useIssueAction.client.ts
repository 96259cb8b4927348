'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type { GroupFilter } from '../../../sync/operations/issues/groups/IssueGroup.js'
import type { RetryOutcome } from '../../../sync/operations/issues/quarantine/retryRecords.js'
import type { ActionArgs, ActionResult, IssueAction, SelectedIssue } from './ISSUE_ACTIONS.js'

import { postToSync } from '../parts/client/postToSync.js'
import { usePluginTranslation } from '../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../parts/client/useSyncURL.client.js'
import { formatCount } from '../parts/format/formatCount.js'
import { toQuery } from './issueFilter.js'

/** As many as one answer lists. */
const PAGE = 100

type UseIssueActionArgs = {
  logsSlug: string
  onEnd: () => void
  /** Of the issues that are shown. */
  status: GroupFilter['status']
}

type PerformArgs = { action: IssueAction } & Pick<ActionArgs, 'group' | 'selected'>

type IssueActions = {
  perform: (args: PerformArgs) => void
  /** Of what is being done; `null` when nothing is. */
  progress: { done: number; total: number } | null
}

/** Does something about a group of issues, and says what came of it. */
export const useIssueAction = ({ logsSlug, onEnd, status }: UseIssueActionArgs): IssueActions => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const router = useRouter()
  const { language, t } = usePluginTranslation()
  const url = useSyncURL('/sync')
  const [progress, setProgress] = useState<IssueActions['progress']>(null)

  const post: ActionArgs['post'] = async <TAnswer>(path: `/${string}`, body?: object) => {
    const { answer, isAccepted, message } = await postToSync<TAnswer>({
      body,
      language,
      url: `${url}${path}`,
    })
    if (!isAccepted) {
      throw new Error(message || t('view:actionFailed'))
    }
    return answer as TAnswer
  }

  /** Page by page: what is done about one may take it out of the list. */
  const listIssues = async ({ kind, provider, reason, resource }: ActionArgs['group']) => {
    const issues: SelectedIssue[] = []
    for (let page = 1; ; page += 1) {
      const query = toQuery({ kind, limit: PAGE, page, provider, reason, resource, status })
      const response = await fetch(`${url}/issues/members${query}`, { credentials: 'include' })
      if (!response.ok) {
        throw new Error(t('issues:unreadable'))
      }
      const { docs } = (await response.json()) as { docs: SelectedIssue[] }
      issues.push(...docs)
      if (docs.length < PAGE) {
        return issues
      }
    }
  }

  const tell = ({ done: key }: IssueAction, { done, outcomes }: ActionResult): string =>
    outcomes
      ? (Object.entries(outcomes) as [RetryOutcome, number][])
          .map(([outcome, count]) =>
            t(`issues:retried:${outcome}`, { count: formatCount({ count, language }) }),
          )
          .join(' ')
      : t(key, { count: formatCount({ count: done, language }) })

  const perform: IssueActions['perform'] = ({ action, group, selected }) => {
    const total = selected?.length ?? group.records
    setProgress({ done: 0, total })
    void action
      .perform({
        group,
        listIssues: async () => selected ?? (await listIssues(group)),
        onProgress: (done) => setProgress({ done, total }),
        post,
        selected,
      })
      .then((result) => {
        const { failed, outcomes, reason = '', runId } = result
        const openRun =
          runId === undefined || runId === null
            ? {}
            : {
                action: {
                  label: t('issues:openRun'),
                  onClick: () =>
                    router.push(
                      formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${runId}` }),
                    ),
                },
                duration: 10_000,
              }
        if (failed > 0 && outcomes) {
          toast.warning(`${tell(action, result)} ${reason}`.trim())
        } else if (failed > 0) {
          const count = formatCount({ count: failed, language })
          toast.error(t('issues:failed', { count, reason }), openRun)
        } else {
          toast.success(tell(action, result), openRun)
        }
      })
      .catch((error: unknown) =>
        toast.error(error instanceof Error ? error.message : t('view:actionFailed')),
      )
      .finally(() => {
        setProgress(null)
        onEnd()
        // The count in the navigation is drawn by the server.
        router.refresh()
      })
  }
  return { perform, progress }
}
