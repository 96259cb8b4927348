'use client'

import type { ReactElement } from 'react'

import {
  ConfirmationModal,
  PopupList,
  toast,
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
  useForm,
  useModal,
  useRouteTransition,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'

import type { RecordsChoice } from '../../../../sync/operations/connections/removeConnection.js'
import type { TranslationKey } from '../../../translations/TranslationKey.js'

import { askSync } from '../../parts/client/askSync.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import './index.css'

/** What keeps everything comes first, and is what happens where nobody chooses. */
const CHOICES: readonly { label: TranslationKey; note: TranslationKey; value: RecordsChoice }[] = [
  { label: 'connections:keepRecords', note: 'connections:keepRecordsNote', value: 'keep' },
  { label: 'connections:deleteRecords', note: 'connections:deleteRecordsNote', value: 'delete' },
]

/**
 * Deletes a connection from the menu of its document, and asks what becomes of its records. It
 * stands in the place of Payload's own entry, which does not ask.
 */
const ConnectionDelete = (): null | ReactElement => {
  const { id, collectionSlug, hasDeletePermission } = useDocumentInfo()
  const {
    config: {
      routes: { admin, api },
    },
  } = useConfig()
  const { t: tAdmin } = useTranslation()
  const { language, t } = usePluginTranslation()
  const { title } = useDocumentTitle()
  const { setModified } = useForm()
  const { openModal } = useModal()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [records, setRecords] = useState<RecordsChoice>('keep')
  const name = useId()
  if (id === undefined || collectionSlug === undefined || hasDeletePermission !== true) {
    return null
  }
  const modal = `delete-connection-${id}`

  const remove = async (): Promise<void> => {
    const url = formatAdminURL({ apiRoute: api, path: `/${collectionSlug}/${id}` })
    const { isAccepted, message } = await askSync({
      language,
      method: 'DELETE',
      url: `${url}?records=${records}`,
    }).catch(() => ({ isAccepted: false, message: '' }))
    if (!isAccepted) {
      toast.error(message || t('view:actionFailed'))
      return
    }
    // What was typed goes with it, and nobody is asked about that.
    setModified(false)
    toast.success(t('connections:deleted', { label: title }))
    startRouteTransition(() =>
      router.push(formatAdminURL({ adminRoute: admin, path: `/collections/${collectionSlug}` })),
    )
  }

  return (
    <>
      <PopupList.Button id="action-delete-connection" onClick={() => openModal(modal)}>
        {tAdmin('general:delete')}
      </PopupList.Button>
      <ConfirmationModal
        body={
          <>
            <p>{t('connections:deleteNote')}</p>
            <fieldset className="sync-delete">
              <legend>{t('connections:deleteAsk')}</legend>
              {CHOICES.map(({ label, note, value }) => (
                <label key={value}>
                  <input
                    aria-describedby={`${name}-${value}`}
                    aria-label={t(label)}
                    checked={value === records}
                    name={name}
                    onChange={() => setRecords(value)}
                    type="radio"
                  />
                  <span>
                    {t(label)}
                    <small id={`${name}-${value}`}>{t(note)}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          </>
        }
        confirmingLabel={tAdmin('general:deleting')}
        confirmLabel={tAdmin('general:delete')}
        heading={t('connections:deleteTitle', { label: title })}
        modalSlug={modal}
        onConfirm={remove}
      />
    </>
  )
}

// What React loads lazily must be the default.
export default ConnectionDelete
