'use client'

import type { ReactElement } from 'react'

import type { ShownConflict } from '../IssueView/describeConflicts.js'

import { Value } from '../../document/fields/UnitPanel/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type ConflictValuesProps = { conflicts: readonly ShownConflict[]; providerLabel: string }

/** What provider and document say of each field, side by side. */
export const ConflictValues = ({ conflicts, providerLabel }: ConflictValuesProps): ReactElement => {
  const { t } = usePluginTranslation()

  return (
    <table className="sync-unit__values">
      <thead>
        <tr>
          <th scope="col">{t('unit:field')}</th>
          <th scope="col">{providerLabel}</th>
          <th scope="col">{t('unit:here')}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ label, mine, path, theirs }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            <td>
              <Value shown={theirs} />
            </td>
            <td>
              <Value shown={mine} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
