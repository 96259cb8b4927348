'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type { ActionArgs, IssueAction } from './ISSUE_ACTIONS.js'

import { postToSync } from '../parts/client/postToSync.js'
import { usePluginTranslation } from '../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../parts/client/useSyncURL.client.js'
import { formatCount } from '../parts/format/formatCount.js'

type UseIssueActionArgs = { logsSlug: string; onEnd: () => void }

type PerformArgs = { action: IssueAction } & Pick<ActionArgs, 'externalIds' | 'group'>

type IssueActions = {
  perform: (args: PerformArgs) => void
  /** Of what is being done; `null` when nothing is. */
  progress: { done: number; total: number } | null
}

/** Does something about a group of issues, and says what came of it. */
export const useIssueAction = ({ logsSlug, onEnd }: UseIssueActionArgs): IssueActions => {
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

  const perform: IssueActions['perform'] = ({ action, externalIds, group }) => {
    const total = externalIds?.length ?? group.records
    setProgress({ done: 0, total })
    void action
      .perform({
        externalIds,
        group,
        onProgress: (done) => setProgress({ done, total }),
        post,
      })
      .then(({ done, failed, reason = '', runId }) => {
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
        if (failed > 0) {
          const count = formatCount({ count: failed, language })
          toast.error(t('issues:failed', { count, reason }), openRun)
        } else {
          toast.success(t(action.done, { count: formatCount({ count: done, language }) }), openRun)
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
