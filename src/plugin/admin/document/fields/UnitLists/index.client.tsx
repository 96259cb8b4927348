'use client'

import type { ReactElement } from 'react'

import { Button } from '@payloadcms/ui'
import { useEffect, useId } from 'react'

import type { DocumentFields, FieldUnit, UnitState } from '../FieldUnit.js'

import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { publishFields } from '../documentFields.client.js'
import { UnitPanel, Value } from '../UnitPanel/index.client.js'
import { useUnitActions } from '../useUnitActions.client.js'
import './index.css'

type UnitListsProps = { fields: DocumentFields; now: number }

/** In the sidebar: the fields that differ, those that are locked or edited, and all others. */
export const UnitLists = ({ fields, now }: UnitListsProps): ReactElement => {
  useEffect(() => publishFields(fields), [fields])
  const { act, isBusy } = useUnitActions(fields)
  const { language, t } = usePluginTranslation()
  const id = useId()
  const of = (state: UnitState): FieldUnit[] => fields.units.filter((unit) => unit.state === state)
  const conflicts = of('conflict')
  const toHeading = (state: UnitState, count: number): string =>
    `${t(`unit:lists:${state}`)} (${formatCount({ count, language })})`

  return (
    <>
      {conflicts.length > 0 && (
        <section aria-labelledby={`${id}-conflict`} className="sync-units">
          <h4 className="sync-provenance__heading" id={`${id}-conflict`}>
            {toHeading('conflict', conflicts.length)}
          </h4>
          {conflicts.map((unit) => (
            <div className="sync-units__conflict" key={unit.paths.join()}>
              <UnitPanel
                fields={fields}
                isBusy={isBusy}
                now={now}
                onAct={(action) => act({ action, unit })}
                unit={unit}
              />
            </div>
          ))}
        </section>
      )}
      {(['locked', 'edited'] as const).map((state) => {
        const units = of(state)
        return units.length === 0 ? null : (
          <section aria-labelledby={`${id}-${state}`} className="sync-units" key={state}>
            <h4 className="sync-provenance__heading" id={`${id}-${state}`}>
              {toHeading(state, units.length)}
            </h4>
            <p className="sync-provenance__none">{t(`unit:listHint:${state}`)}</p>
            <UnitRows act={act} fields={fields} isBusy={isBusy} units={units} />
          </section>
        )
      })}
      {of('synced').length > 0 && (
        <details className="sync-units sync-units__rest">
          <summary>{toHeading('synced', of('synced').length)}</summary>
          <UnitRows act={act} fields={fields} isBusy={isBusy} units={of('synced')} />
        </details>
      )}
    </>
  )
}

type UnitRowsProps = {
  act: ReturnType<typeof useUnitActions>['act']
  fields: DocumentFields
  isBusy: boolean
  units: FieldUnit[]
}

const UnitRows = ({ act, fields: { canEdit }, isBusy, units }: UnitRowsProps): ReactElement => {
  const { t } = usePluginTranslation()

  return (
    <ul className="sync-units__list">
      {units.map((unit) => {
        const { fields, paths, state } = unit
        const action = state === 'locked' ? 'unlock' : 'lock'
        const name = fields.map(({ label }) => label).join(', ')
        return (
          <li className="sync-units__row" key={paths.join()}>
            <span className="sync-units__names">
              {fields.map(({ label, path, theirs }) => (
                <span key={path}>
                  {label}{' '}
                  <span className="sync-provenance__said">
                    {state === 'synced' ? (
                      <Value shown={theirs} />
                    ) : (
                      <>
                        ({t('unit:providerSays')} <Value shown={theirs} />)
                      </>
                    )}
                  </span>
                </span>
              ))}
            </span>
            {canEdit && (
              <Button
                aria-label={`${t(`unit:actions:${action}`)}: ${name}`}
                buttonStyle="secondary"
                disabled={isBusy}
                margin={false}
                onClick={() => act({ action, unit })}
                size="xsmall"
              >
                {t(`unit:actions:${action}`)}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
