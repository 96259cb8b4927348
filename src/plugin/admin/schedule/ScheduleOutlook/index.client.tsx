'use client'

import type { ReactElement } from 'react'

import {
  Banner,
  Button,
  toast,
  useDocumentInfo,
  useDocumentTitle,
  useFormFields,
} from '@payloadcms/ui'
import { useEffect } from 'react'

import type { SyncMode } from '../../../../sdk/index.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { formatDuration } from '../../parts/format/formatDuration.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import './index.css'
import { useNewSchedule } from './useNewSchedule.client.js'
import { useSchedulePreview } from './useSchedulePreview.client.js'

const ASKED = [
  'catchUp',
  'connection',
  'cron',
  'enabled',
  'frequency',
  'hour',
  'minute',
  'mode',
  'monthDay',
  'priority',
  'provider',
  'resource',
  'timezone',
  'weekday',
] as const

type ScheduleOutlookProps = {
  /** Names of the providers that a schedule may be for. */
  providers?: readonly string[]
}

const NO_PROVIDERS: readonly string[] = []

/** What a schedule comes to: in words, its next times, what it takes and what speaks against it. */
export const ScheduleOutlook = ({
  providers = NO_PROVIDERS,
}: ScheduleOutlookProps): null | ReactElement => {
  const { id, hasSavePermission } = useDocumentInfo()
  const { setDocumentTitle } = useDocumentTitle()
  const { language, names, t } = usePluginTranslation()
  useNewSchedule({ isNew: !id, providers })
  const work = useFormFields(([{ mode, provider, resource }]) =>
    provider?.value
      ? names.work({
          mode: mode?.value as SyncMode | undefined,
          provider: provider.value as string,
          resource: resource?.value as null | string | undefined,
        })
      : undefined,
  )
  // The heading says what the schedule does before it is saved as well.
  useEffect(() => {
    if (work !== undefined) {
      setDocumentTitle(work)
    }
  }, [setDocumentTitle, work])
  const schedule = useFormFields(([fields]) =>
    fields.provider?.value
      ? JSON.stringify({
          ...(id !== undefined && { id }),
          ...Object.fromEntries(ASKED.map((name) => [name, fields[name]?.value])),
        })
      : undefined,
  )
  const origin = useFormFields(([fields]) => fields.origin?.value)
  const timezone = useFormFields(([fields]) => fields.timezone?.value)
  const isEnabled = useFormFields(([fields]) => fields.enabled?.value === true)
  const preview = useSchedulePreview({ language, schedule })
  if (!preview) {
    return null
  }
  const { conflicts, description, forecast, nextSlots, problems, requestsPerDay } = preview
  const toTime = (slot: string): string =>
    new Date(slot).toLocaleString(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: String(timezone),
    })

  return (
    <section aria-live="polite" className="sync-schedule-outlook">
      {description ? (
        <h4>
          {work}: {description} ({String(timezone)})
        </h4>
      ) : null}
      {problems.map(({ field, message }) => (
        <Banner key={field} type="error">
          {message}
        </Banner>
      ))}
      {conflicts.map(({ kind, level, message }) => (
        <Banner key={`${kind}:${message}`} type={level === 'error' ? 'error' : 'info'}>
          {message}
        </Banner>
      ))}
      {isEnabled ? (
        nextSlots.length > 0 && (
          <p>
            {t('schedules:next')}: {nextSlots.map(toTime).join(' · ')}
          </p>
        )
      ) : (
        <p>{t('schedules:noNext')}</p>
      )}
      {forecast ? (
        <p>
          {t('schedules:takes', {
            duration: formatDuration({ ms: forecast.durationMs, t }),
          })}
          {requestsPerDay === null
            ? null
            : ` · ${t('schedules:requestsPerDay', { count: requestsPerDay })}`}
        </p>
      ) : (
        <p>{t('schedules:unknownCost')}</p>
      )}
      {hasSavePermission && origin === 'config' && id !== undefined ? (
        <ResetButton id={id} />
      ) : null}
    </section>
  )
}

/** Gives a schedule of the config its own values back. */
const ResetButton = ({ id }: { id: number | string }): ReactElement => {
  const url = useSyncURL(`${SYNC_API_PATHS.schedules}/${id}/reset`)
  const { language, t } = usePluginTranslation()

  const reset = (): void => {
    void postToSync({ language, url })
      .then(({ isAccepted, message }) => {
        if (isAccepted) {
          // The form keeps what was typed; the page does not.
          window.location.reload()
        } else {
          toast.error(message || t('view:actionFailed'))
        }
      })
      .catch(() => toast.error(t('view:actionFailed')))
  }

  return (
    <Button buttonStyle="secondary" margin={false} onClick={reset} size="small">
      {t('schedules:reset')}
    </Button>
  )
}
