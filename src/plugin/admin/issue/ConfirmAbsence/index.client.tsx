'use client'

import type { ReactElement } from 'react'

import { Button, Link, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { Issue } from '../../../../sync/operations/issues/listIssues.js'
import type { ShownAbsent } from '../IssueView/describeAbsent.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

type ConfirmAbsenceProps = { absent: ShownAbsent; issue: Pick<Issue, 'id'> }

/** A button by which a person says that what a scope lacked is gone for good. */
export const ConfirmAbsence = ({
  absent: { documents, total },
  issue: { id },
}: ConfirmAbsenceProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const router = useRouter()
  const isHydrated = useHydrated()
  const [isSending, setIsSending] = useState(false)
  const url = useSyncURL(`${SYNC_API_PATHS.issues}/${id}/confirm`)
  const number = formatCount({ count: total, language })
  const more = total - documents.length

  const confirm = (): void => {
    setIsSending(true)
    void postToSync<{ missing: number }>({ language, url })
      .then(({ answer, isAccepted, message }) => {
        if (!isAccepted) {
          toast.error(message || t('view:actionFailed'))
          return
        }
        const count = formatCount({ count: answer?.missing ?? 0, language })
        toast.success(t('absence:confirmed', { count }))
        router.refresh()
      })
      .catch(() => toast.error(t('view:actionFailed')))
      .finally(() => setIsSending(false))
  }

  return (
    <section aria-label={t('absence:title')} className="sync-issue__panel">
      <p>{t('absence:hint')}</p>
      <ul className="sync-issue__absent">
        {documents.map(({ externalId, href, title }) => (
          <li key={externalId}>{href === null ? title : <Link href={href}>{title}</Link>}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('deleted:more', { number: formatCount({ count: more, language }) })}</p>}
      <div className="sync-issue__actions">
        <Button
          disabled={isSending || !isHydrated}
          margin={false}
          onClick={confirm}
          size="small"
          type="button"
        >
          {t('absence:confirm', { number })}
        </Button>
      </div>
    </section>
  )
}
