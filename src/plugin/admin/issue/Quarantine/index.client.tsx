'use client'

import type { ReactElement } from 'react'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { QuarantinedRecord } from '../../../../sync/operations/issues/quarantine/getQuarantined.js'
import type { RetriedRecord } from '../../../../sync/operations/issues/quarantine/retryRecords.js'
import type { FormField } from '../IssueView/describeFields.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { CopyButton } from '../../parts/CopyButton/index.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import { FixForm } from './FixForm.client.js'

type QuarantineProps = {
  canIgnore: boolean
  canRetry: boolean
  fields: FormField[]
  record: QuarantinedRecord
}

/** A record that could not be stored: why, what can be done about it, and as it came. */
export const Quarantine = ({
  canIgnore,
  canRetry,
  fields,
  record,
}: QuarantineProps): ReactElement => {
  const { isFixable, issueId, problems, raw, status } = record
  const { language, t } = usePluginTranslation()
  const router = useRouter()
  const isHydrated = useHydrated()
  const [isSending, setIsSending] = useState(false)
  const url = useSyncURL(SYNC_API_PATHS.issues)

  const send = <TAnswer,>(
    path: string,
    body: object,
    onDone: (answer: null | TAnswer) => void,
  ): void => {
    setIsSending(true)
    void postToSync<TAnswer>({ body, language, url: `${url}${path}` })
      .then(({ answer, isAccepted, message }) => {
        if (isAccepted) {
          onDone(answer)
          router.refresh()
        } else {
          toast.error(message || t('view:actionFailed'))
        }
      })
      .catch(() => toast.error(t('view:actionFailed')))
      .finally(() => setIsSending(false))
  }

  const retry = (): void =>
    send<{ records: RetriedRecord[] }>('/retry', { ids: [issueId] }, (answer) => {
      const [first] = answer?.records ?? []
      if (first?.outcome === 'stored') {
        toast.success(t('quarantine:retried:stored'))
      } else {
        const text = t(`quarantine:retried:${first?.outcome ?? 'nextRun'}`)
        toast.info(first?.message ? `${text} ${first.message}` : text)
      }
    })

  const ignore = (isIgnored: boolean): void =>
    send('/ignore', { ids: [issueId], isIgnored }, () =>
      toast.success(t(isIgnored ? 'quarantine:ignored' : 'quarantine:notIgnored')),
    )

  const isDisabled = isSending || !isHydrated

  return (
    <section aria-label={t('quarantine:title')} className="sync-issue__parts">
      {problems.length > 0 && (
        <ul className="sync-issue__problems">
          {problems.map(({ message, path }) => (
            <li key={`${path} ${message}`}>
              {path && <code>{path}</code>} {message}
            </li>
          ))}
        </ul>
      )}
      {status !== 'resolved' && (canRetry || canIgnore) && (
        <div className="sync-issue__actions">
          {canRetry && (
            <Button
              buttonStyle="secondary"
              disabled={isDisabled}
              margin={false}
              onClick={retry}
              size="small"
            >
              {t('quarantine:retry')}
            </Button>
          )}
          {canIgnore && (
            <Button
              buttonStyle="secondary"
              disabled={isDisabled}
              margin={false}
              onClick={() => ignore(status !== 'ignored')}
              size="small"
            >
              {t(status === 'ignored' ? 'quarantine:stopIgnoring' : 'quarantine:ignore')}
            </Button>
          )}
        </div>
      )}
      {isFixable && status !== 'resolved' && (
        <FixForm
          fields={fields}
          isDisabled={isDisabled}
          onSend={(values) =>
            send(`/${issueId}/fix`, { values }, () => toast.success(t('quarantine:fixed')))
          }
        />
      )}
      {raw !== null && (
        <details className="sync-issue__more">
          <summary>{t('quarantine:raw')}</summary>
          <div className="sync-issue__raw">
            <CopyButton name={t('quarantine:raw')} value={raw} />
            {/* As text: it came from outside. */}
            <pre>{raw}</pre>
          </div>
        </details>
      )}
    </section>
  )
}
