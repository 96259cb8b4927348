'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { TranslationKey } from '../../../translations/index.js'
import type { DocumentFields, FieldUnit } from './FieldUnit.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import { useFreshFields } from './useFreshFields.client.js'

/** What can be done with fields that are one, by what is asked of the server. */
const ACTIONS = {
  keepAndLock: { body: { decision: 'lock' }, done: 'unit:done:lock', path: 'decide' },
  lock: { body: {}, done: 'unit:done:lock', path: 'lock' },
  mine: { body: { decision: 'mine' }, done: 'unit:done:mine', path: 'decide' },
  theirs: { body: { decision: 'theirs' }, done: 'unit:done:theirs', path: 'decide' },
  unlock: { body: {}, done: 'unit:done:unlock', path: 'unlock' },
} as const satisfies Record<string, { body: object; done: TranslationKey; path: string }>

export type UnitAction = keyof typeof ACTIONS

const UNDO_MS = 10_000

type UseUnitActions = {
  act: (args: { action: UnitAction; unit: FieldUnit }) => void
  isBusy: boolean
}

/** Decides, locks and unlocks fields of the document around, and offers to take it back. */
export const useUnitActions = ({ record }: Pick<DocumentFields, 'record'>): UseUnitActions => {
  const { language, t } = usePluginTranslation()
  const url = useSyncURL(SYNC_API_PATHS.records)
  const refresh = useFreshFields()
  const [isBusy, setIsBusy] = useState(false)

  const send = async (path: string, body: object): Promise<{ undo?: string } | undefined> => {
    setIsBusy(true)
    try {
      const { answer, isAccepted, message } = await postToSync<{ undo?: string }>({
        body: { ...record, ...body },
        language,
        url: `${url}/${path}`,
      })
      if (!isAccepted) {
        toast.error(message || t('view:actionFailed'))
        return undefined
      }
      return answer ?? {}
    } catch {
      toast.error(t('view:actionFailed'))
      return undefined
    } finally {
      setIsBusy(false)
    }
  }

  const act: UseUnitActions['act'] = ({ action, unit: { fields, paths } }) => {
    const { body, done, path } = ACTIONS[action]
    // Of a conflict in a list only those that are shown: rows of it may not be for these eyes.
    const meant = path === 'decide' ? fields.map((field) => field.path) : paths
    const undo = async (undoText: string): Promise<void> => {
      if (await send('undo', { undo: undoText })) {
        await refresh(paths)
        toast.success(t('unit:undone'))
      }
    }
    void send(path, { ...body, fields: meant }).then(async (answer) => {
      // What another tab has done meanwhile is shown as well.
      await refresh(paths)
      const token = answer?.undo
      if (answer) {
        toast.success(
          t(done, { fields: fields.map(({ label }) => label).join(', ') }),
          token === undefined
            ? {}
            : {
                action: { label: t('unit:undo'), onClick: () => void undo(token) },
                duration: UNDO_MS,
              },
        )
      }
    })
  }
  return { act, isBusy }
}
