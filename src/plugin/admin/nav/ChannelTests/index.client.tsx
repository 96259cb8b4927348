'use client'

import type { ReactElement } from 'react'

import { Banner, Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { postToSync } from '../../parts/client/postToSync.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import './index.css'

type Verdict = { isTaken: boolean; message: string }

/** A button for each channel that sends something, which sends a test by it. */
export const ChannelTests = (): null | ReactElement => {
  const { language, t } = usePluginTranslation()
  const url = useSyncURL(SYNC_API_PATHS.channels)
  const [names, setNames] = useState<readonly string[]>([])
  const [sending, setSending] = useState<null | string>(null)
  const [verdict, setVerdict] = useState<null | Verdict>(null)

  useEffect(() => {
    const request = new AbortController()
    fetch(url, { credentials: 'include', signal: request.signal })
      .then((response) => (response.ok ? response.json() : { channels: [] }))
      .then(({ channels }: { channels: { name: string }[] }) =>
        setNames(channels.map(({ name }) => name)),
      )
      .catch(() => undefined)

    return () => request.abort()
  }, [url])

  const test = (channel: string): void => {
    setSending(channel)
    setVerdict(null)
    void postToSync<{ error: null | string }>({
      language,
      url: `${url}/${encodeURIComponent(channel)}/test`,
    })
      .then(({ answer, isAccepted, message }) => {
        const reason = answer?.error ?? message
        const isTaken = isAccepted && answer?.error === null
        setVerdict({
          isTaken,
          message: isTaken
            ? t('notifications:channels:taken', { channel })
            : t('notifications:channels:refused', { channel, reason }),
        })
      })
      .catch(() => setVerdict({ isTaken: false, message: t('view:actionFailed') }))
      .finally(() => setSending(null))
  }

  return names.length === 0 ? null : (
    <section aria-label={t('notifications:channels:title')} className="sync-channels">
      <div className="sync-channels__row">
        {names.map((name) => (
          <Button
            buttonStyle="secondary"
            disabled={sending !== null}
            key={name}
            margin={false}
            onClick={() => test(name)}
            size="small"
          >
            {sending === name
              ? t('notifications:channels:sending')
              : t('notifications:channels:test', { channel: name })}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        {verdict ? (
          <Banner type={verdict.isTaken ? 'success' : 'error'}>{verdict.message}</Banner>
        ) : null}
      </div>
    </section>
  )
}
