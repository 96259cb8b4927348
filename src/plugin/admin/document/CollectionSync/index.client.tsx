'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useState } from 'react'

import type { CollectionSource } from '../../../../sync/operations/status/getCollectionStatus.js'
import type { Run } from '../../../../sync/run/Run.js'
import type { RunUpdates } from '../../../../sync/run/RunUpdates.js'

import { Age } from '../../parts/Age/index.client.js'
import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useRunUpdates } from '../../parts/client/useRunUpdates.client.js'
import { DeletedHere } from '../../parts/DeletedHere/index.client.js'
import { ModeButton } from '../../parts/ModeButton/index.client.js'
import { StatusPill } from '../../parts/StatusPill/index.client.js'
import { getBusyModes } from '../../parts/trigger/getBusyModes.js'
import { getDefaultMode } from '../../parts/trigger/getDefaultMode.js'
import { useTriggerSync } from '../../parts/trigger/useTriggerSync.client.js'
import { ExportLinks } from '../ExportLinks/index.client.js'
import { Marks, type MarksProps } from './Marks.client.js'
import './index.css'

type CollectionSyncClientProps = {
  canTrigger: boolean
  /** Of the list it stands above. */
  collectionSlug: string
  /** The server's time when it read the sources. */
  initialNow: number
  logsSlug: string
  marks: MarksProps['marks']
  sources: CollectionSource[]
}

const CLOCK_MS = 10_000

/** How fresh a synced collection is, and the button to sync it, in the browser. */
export const CollectionSyncClient = ({
  canTrigger,
  collectionSlug,
  initialNow,
  logsSlug,
  marks,
  sources,
}: CollectionSyncClientProps): ReactElement => {
  const router = useRouter()
  const { names, t } = usePluginTranslation()
  const now = useNow({ initialNow, intervalMs: CLOCK_MS })
  const { isSending, triggerSync } = useTriggerSync({ onAnswer: () => router.refresh() })
  const isBusy = sources.some(({ activeRuns }) => activeRuns.length > 0)
  useRefreshAtEnd({ isOn: isBusy, runs: sources.flatMap(({ activeRuns }) => activeRuns) })

  return (
    <section aria-label={t('content:title')} className="sync-collection">
      {sources.map((source) => {
        const { isReady, lastSuccessAt, modes, provider, resource } = source
        const defaultMode = getDefaultMode({ hasSucceeded: lastSuccessAt !== null, modes })

        return (
          <div className="sync-collection__source" key={`${provider}/${resource}`}>
            <Note logsSlug={logsSlug} now={now} source={source} />
            {canTrigger && defaultMode && (
              <ModeButton
                busyModes={getBusyModes({ ...source, modes })}
                defaultMode={defaultMode}
                isDisabled={isSending || !isReady}
                label={t('view:syncNow')}
                modes={modes}
                name={names.work({ provider, resource })}
                onChoose={(mode) => triggerSync({ mode, provider, resource })}
              />
            )}
          </div>
        )
      })}
      <Marks collectionSlug={collectionSlug} marks={marks} />
      <ExportLinks collectionSlug={collectionSlug} />
      <DeletedHere collection={collectionSlug} />
    </section>
  )
}

type NoteProps = { logsSlug: string; now: number; source: CollectionSource }

/** What a source did last, or does now. */
const Note = ({ logsSlug, now, source }: NoteProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { names, t } = usePluginTranslation()
  const { activeRuns, lastRun, lastSuccessAt, providerLabel } = source
  const run = activeRuns[0] ?? (lastRun?.status === 'completed' ? null : lastRun)

  return (
    <span className="sync-collection__note">
      <span>{providerLabel}:</span>{' '}
      {lastSuccessAt ? (
        <span>
          {t('content:lastSynced')} <Age date={lastSuccessAt} now={now} />
        </span>
      ) : (
        t('content:neverSynced')
      )}
      {run && (
        <Link
          className="sync-collection__run"
          href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${run.id}` })}
          prefetch={false}
          title={t('view:openLog', { name: names.resource(run) })}
        >
          <StatusPill status={run.status} />
        </Link>
      )}
    </span>
  )
}

type UseRefreshAtEndArgs = { isOn: boolean; runs: readonly Run[] }

/** Draws the list anew when a run that fills it has ended. */
const useRefreshAtEnd = ({ isOn, runs }: UseRefreshAtEndArgs): void => {
  const router = useRouter()
  const [seen, setSeen] = useState<null | string>(null)
  const ids = runs.map(({ id }) => id)
  const key = JSON.stringify(ids)

  useRunUpdates({
    isOn,
    onUpdates: useCallback(
      ({ endedRuns }: RunUpdates) => {
        const ended = endedRuns.filter(({ id }) => (JSON.parse(key) as Run['id'][]).includes(id))
        const word = ended.map(({ id, status }) => `${id}:${status}`).join()
        if (word && word !== seen) {
          setSeen(word)
          router.refresh()
        }
      },
      [key, router, seen],
    ),
  })
}
