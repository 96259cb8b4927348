'use client'

import type { ReactElement } from 'react'

import { Popup } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { DocumentFields, FieldUnit } from '../FieldUnit.js'

import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { useDocumentFields } from '../documentFields.client.js'
import { StateIcon } from '../StateIcon.js'
import { UnitPanel, Value } from '../UnitPanel/index.client.js'
import { useUnitActions } from '../useUnitActions.client.js'
import './index.css'

export type FieldSyncProps = {
  /** Of the field in the form, as Payload says it. */
  path: string
}

/** At a field: how it stands towards its provider, and what can be done about it. */
export const FieldSyncClient = ({ path }: FieldSyncProps): null | ReactElement => {
  const fields = useDocumentFields()
  const unit = fields?.units.find(({ paths }) => paths.includes(path))

  return fields && unit ? <FieldMenu fields={fields} path={path} unit={unit} /> : null
}

type FieldMenuProps = { fields: DocumentFields; unit: FieldUnit } & FieldSyncProps

const FieldMenu = ({ fields, path, unit }: FieldMenuProps): ReactElement => {
  const { t } = usePluginTranslation()
  const { act, isBusy } = useUnitActions(fields)
  const wrap = useRef<HTMLDivElement>(null)
  // When it was last opened, which its ages are told by. What was never opened is not drawn; what is
  // closed stays, because the popup closes before a click in it arrives.
  const [openedAt, setOpenedAt] = useState<null | number>(null)
  const { fields: all, labels, state } = unit
  const own = all.find((field) => field.path === path)
  const label = labels[path] ?? path
  const isQuiet = state === 'synced' && own?.waiting === undefined

  return (
    <div className={`sync-field sync-field--${isQuiet ? 'quiet' : state}`} ref={wrap}>
      <Popup
        button={
          <>
            <StateIcon state={state} />
            <span className={isQuiet ? 'sync-view__hidden' : undefined}>
              {t(own?.waiting ? 'unit:waiting' : `unit:${state}`)}
            </span>
            <span className="sync-view__hidden">: {label}</span>
            {own && (state === 'conflict' || state === 'locked') && (
              <span className="sync-field__said">
                {fields.providerLabel}: <Value shown={own.theirs} />
              </span>
            )}
          </>
        }
        horizontalAlign={isQuiet ? 'right' : 'left'}
        noBackground
        onToggleOpen={() => setOpenedAt(Date.now())}
        portalClassName="sync-field__popup"
        render={() =>
          openedAt === null ? null : (
            <UnitPanel
              fields={fields}
              isBusy={isBusy}
              now={openedAt}
              onAct={(action) => {
                act({ action, unit })
                // The popup closes, and whoever uses the keyboard goes on from here.
                wrap.current?.querySelector('button')?.focus()
              }}
              unit={unit}
            />
          )
        }
        showScrollbar
        size="fit-content"
      />
    </div>
  )
}
