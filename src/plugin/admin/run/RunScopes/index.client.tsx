'use client'

import type { ReactElement } from 'react'

import { Pill } from '@payloadcms/ui'

import type { RunReport, ScopeReport } from '../../../../sync/operations/runs/getRunReport.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type RunScopesProps = Pick<RunReport, 'scopes' | 'scopesTotal'>

const STYLES = {
  current: 'dark',
  done: 'success',
  failed: 'error',
  waiting: 'light-gray',
} as const satisfies Record<ScopeReport['state'], string>

/** The parts a run reads, and what became of each. */
export const RunScopes = ({ scopes, scopesTotal }: RunScopesProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const more = scopesTotal - scopes.length

  return (
    <section aria-labelledby="sync-run-scopes" className="sync-view__section">
      <h2 className="sync-view__heading" id="sync-run-scopes">
        {t('run:scopes')}{' '}
        <span className="sync-view__muted">{formatCount({ count: scopesTotal, language })}</span>
      </h2>
      {scopes.length === 0 && <p className="sync-view__muted">{t('run:noScopes')}</p>}
      <ul className="sync-run__scopes">
        {scopes.map(({ key, label, reason, state }) => (
          <li key={key}>
            <Pill pillStyle={STYLES[state]} size="small">
              {t(`run:scopeStates:${state}`)}
            </Pill>{' '}
            {label}
            {reason && <p className="sync-view__error">{reason}</p>}
          </li>
        ))}
        {more > 0 && (
          <li className="sync-view__muted">
            {t('run:moreScopes', { count: formatCount({ count: more, language }) })}
          </li>
        )}
      </ul>
    </section>
  )
}
