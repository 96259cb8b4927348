'use client'

import type { ReactElement } from 'react'

import { Button, Link } from '@payloadcms/ui'

import type { DocumentFields, FieldUnit, Shown } from '../FieldUnit.js'
import type { UnitAction } from '../useUnitActions.client.js'

import { Age } from '../../../parts/Age/index.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { Moment } from '../../../parts/Moment/index.client.js'
import './index.css'

type UnitPanelProps = {
  fields: DocumentFields
  isBusy: boolean
  now: number
  onAct: (action: UnitAction) => void
  unit: FieldUnit
}

/** What can be done in each state, what is done most first. */
const ACTIONS: Readonly<Record<FieldUnit['state'], readonly UnitAction[]>> = {
  conflict: ['theirs', 'mine', 'keepAndLock'],
  edited: ['lock'],
  locked: ['unlock'],
  synced: ['lock'],
}

/** What provider and document say of fields that are one, and what can be done about it. */
export const UnitPanel = ({
  fields: { canEdit, providerLabel },
  isBusy,
  now,
  onAct,
  unit: { fields, isOverwritten, lockedBy, run, since, state },
}: UnitPanelProps): ReactElement => {
  const { t } = usePluginTranslation()
  const isWaiting = fields.some(({ waiting }) => waiting !== undefined)
  const isAlone = fields.length === 1

  return (
    <div className="sync-unit">
      <p className="sync-unit__title">
        {isAlone ? fields[0]?.label : fields.map(({ label }) => label).join(' · ')}
      </p>
      <p className="sync-unit__hint">
        {t(
          state === 'conflict' && isOverwritten
            ? 'unit:hint:overwritten'
            : state === 'conflict' && !isAlone
              ? 'unit:hint:together'
              : `unit:hint:${state}`,
        )}
      </p>
      <table className="sync-unit__values">
        <thead>
          <tr>
            {isAlone ? null : <th scope="col">{t('unit:field')}</th>}
            <th scope="col">{providerLabel}</th>
            <th scope="col">{t(isOverwritten ? 'unit:kept' : 'unit:here')}</th>
            {isWaiting && <th scope="col">{t('unit:waiting')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ label, mine, path, theirs, waiting }) => (
            <tr key={path}>
              {isAlone ? null : <th scope="row">{label}</th>}
              <td>
                <Value shown={theirs} />
              </td>
              <td>
                <Value shown={mine} />
              </td>
              {isWaiting && <td>{waiting ? <Value shown={waiting} /> : '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {since && (
        <p className="sync-unit__hint">
          {t(state === 'locked' ? 'unit:locked' : 'unit:conflict')} <Age date={since} now={now} />
          {lockedBy && ` · ${lockedBy}`}
          {run && (
            <>
              {' · '}
              <Link href={run.href} prefetch={false}>
                {run.title}
              </Link>
            </>
          )}
        </p>
      )}
      {canEdit && (
        <div className="sync-unit__actions">
          {ACTIONS[state].map((action, index) => (
            <Button
              buttonStyle={state === 'conflict' && index === 0 ? 'primary' : 'secondary'}
              disabled={isBusy}
              key={action}
              margin={false}
              onClick={() => onAct(action)}
              size="small"
            >
              {t(`unit:actions:${action}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** A value by the reader's clock, where it is a moment. */
export const Value = ({ shown: { isMoment, text } }: { shown: Shown }): ReactElement =>
  isMoment ? <Moment date={text} /> : <>{text}</>
