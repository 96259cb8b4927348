'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import { toast, useAuth, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import './index.css'

type ErrorBody = { errors?: { data?: { errors?: { message?: string }[] }; message?: string }[] }

/** Switches a schedule on and off in the list, for those who may; the others read it. */
export const ScheduleSwitch = ({
  cellData,
  collectionSlug,
  rowData,
}: DefaultCellComponentProps): ReactElement => {
  const id = String(rowData.id)
  const url = useSyncURL(`/${collectionSlug}/${id}`)
  const { permissions } = useAuth()
  const { t: tPayload } = useTranslation()
  const { language, t } = usePluginTranslation()
  const isHydrated = useHydrated()
  const [isOn, setIsOn] = useState(cellData === true)
  const [isSaving, setIsSaving] = useState(false)

  const change = (): void => {
    const enabled = !isOn
    setIsOn(enabled)
    setIsSaving(true)
    void save({ enabled, language, url })
      .then((refusal) => {
        if (refusal !== null) {
          setIsOn(!enabled)
          toast.error(refusal || t('view:actionFailed'))
        }
      })
      .catch(() => {
        setIsOn(!enabled)
        toast.error(t('view:actionFailed'))
      })
      .finally(() => setIsSaving(false))
  }

  if (!permissions?.collections?.[collectionSlug]?.update) {
    return <span>{tPayload(isOn ? 'general:yes' : 'general:no')}</span>
  }

  return (
    <input
      aria-label={`${t('fields:enabled')}: ${String(rowData.title ?? id)}`}
      checked={isOn}
      className="sync-schedule-switch"
      disabled={isSaving || !isHydrated}
      onChange={change}
      role="switch"
      type="checkbox"
    />
  )
}

type SaveArgs = { enabled: boolean; language: string; url: string }

/** Why it was refused; `null` when it was not. */
const save = async ({ enabled, language, url }: SaveArgs): Promise<null | string> => {
  const response = await fetch(url, {
    body: JSON.stringify({ enabled }),
    credentials: 'include',
    headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
    method: 'PATCH',
  })
  if (response.ok) {
    return null
  }
  const body = (await response.json().catch(() => null)) as ErrorBody | null
  return (body?.errors ?? [])
    .flatMap(({ data, message }) => data?.errors?.map((error) => error.message) ?? [message])
    .filter(Boolean)
    .join(' ')
}
