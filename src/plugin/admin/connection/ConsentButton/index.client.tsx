'use client'

import type { ReactElement } from 'react'

import { Banner, Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { useState } from 'react'

import type { TranslationKey } from '../../../translations/TranslationKey.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { Moment } from '../../parts/Moment/index.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

type ConsentButtonProps = {
  /** The provider, as people read it. */
  provider: string
  readOnly: boolean
}

type Noted = { consentedAt?: string; consentEndsAt?: string }

const OUTCOMES: Readonly<Record<string, { text: TranslationKey; type: 'error' | 'success' }>> = {
  denied: { type: 'error', text: 'connections:agreeDenied' },
  done: { type: 'success', text: 'connections:agreedDone' },
  failed: { type: 'error', text: 'connections:agreeFailed' },
  invalid: { type: 'error', text: 'connections:agreeInvalid' },
}

/** The same for everybody: a day too early is better than one too late. */
const DAY = { dateStyle: 'long', timeZone: 'UTC' } as const

/** Leads somebody to the page of a provider on which they agree, and says what came of it. */
export const ConsentButton = ({ provider, readOnly }: ConsentButtonProps): ReactElement => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { language, t } = usePluginTranslation()
  const isHydrated = useHydrated()
  const isModified = useFormModified()
  const came = OUTCOMES[useSearchParams().get('consent') ?? '']
  const url = useSyncURL(`${SYNC_API_PATHS.connections}/${id}/consent`)
  const callback = useSyncURL('/sync/consent/callback')
  const [isLeaving, setIsLeaving] = useState(false)
  const [problem, setProblem] = useState<null | string>(null)
  const { consentedAt, consentEndsAt } = (savedDocumentData ?? {}) as Noted
  if (id === undefined) {
    return <p>{t('connections:agreeSaveFirst', { provider })}</p>
  }

  const leave = (): void => {
    setIsLeaving(true)
    setProblem(null)
    void postToSync<{ url?: string }>({ language, url })
      .then(({ answer, message }) => {
        if (answer?.url) {
          window.location.assign(answer.url)
          return
        }
        setIsLeaving(false)
        setProblem(message || t('view:actionFailed'))
      })
      .catch(() => {
        setIsLeaving(false)
        setProblem(t('view:actionFailed'))
      })
  }

  return (
    <>
      <div aria-live="polite">
        {problem ? <Banner type="error">{problem}</Banner> : null}
        {came && !problem ? <Banner type={came.type}>{t(came.text, { provider })}</Banner> : null}
      </div>
      {consentedAt ? (
        <p>
          {t('fields:consentedAt')}: <Moment date={consentedAt} />
        </p>
      ) : null}
      {consentEndsAt ? (
        <p>
          {t('connections:agreedUntil', {
            date: new Intl.DateTimeFormat(language, DAY).format(new Date(consentEndsAt)),
          })}
        </p>
      ) : null}
      {readOnly ? null : (
        <div className="sync-connection__row">
          <Button
            buttonStyle={consentedAt ? 'secondary' : 'primary'}
            disabled={isLeaving || isModified}
            margin={false}
            onClick={leave}
            size="small"
          >
            {t(consentedAt ? 'connections:agreeAgain' : 'connections:agree', { provider })}
          </Button>
          {isModified ? <span>{t('connections:saveFirst')}</span> : null}
        </div>
      )}
      <p className="sync-connection__note">
        {t('connections:agreeRegister', { provider })} {/* Only the browser knows where it is. */}
        <code>{isHydrated ? new URL(callback, window.location.origin).href : callback}</code>
      </p>
    </>
  )
}
