'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { GroupFilter, IssueGroup } from '../../../sync/operations/issues/groups/IssueGroup.js'

import { usePluginTranslation } from '../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../syncPaths.js'
import { toQuery } from './issueFilter.js'

type UseIssueGroupsArgs = { initialFilter: GroupFilter; initialGroups: IssueGroup[] }

type IssueGroups = {
  filter: GroupFilter
  groups: IssueGroup[]
  refresh: () => void
  setFilter: (filter: GroupFilter) => void
}

/** The groups of a filter, which the address carries so that it can be sent to somebody. */
export const useIssueGroups = ({
  initialFilter,
  initialGroups,
}: UseIssueGroupsArgs): IssueGroups => {
  const url = useSyncURL(`${SYNC_API_PATHS.issues}/groups`)
  const { t } = usePluginTranslation()
  const [filter, setFilter] = useState(initialFilter)
  const [groups, setGroups] = useState(initialGroups)
  // Of several answers the one to the last question counts.
  const asked = useRef(0)

  const load = useCallback(
    async (wanted: GroupFilter): Promise<void> => {
      asked.current += 1
      const own = asked.current
      const response = await fetch(`${url}${toQuery(wanted)}`, { credentials: 'include' })
      if (!response.ok) {
        throw new Error(`Status ${response.status}`)
      }
      const { groups: read } = (await response.json()) as { groups: IssueGroup[] }
      if (own === asked.current) {
        setGroups(read)
      }
    },
    [url],
  )
  const tell = useCallback(() => toast.error(t('issues:unreadable')), [t])
  const refresh = useCallback(() => void load(filter).catch(tell), [filter, load, tell])

  // Issues come and go while somebody looks at another tab.
  useEffect(() => {
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [refresh])

  return {
    filter,
    groups,
    refresh,
    setFilter: (wanted) => {
      setFilter(wanted)
      window.history.replaceState(null, '', `${window.location.pathname}${toQuery(wanted)}`)
      void load(wanted).catch(tell)
    },
  }
}
