'use client'

import type { ReactElement } from 'react'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { QuotaBar } from '../../parts/QuotaBar/index.client.js'

type QuotasProps = {
  /** Of providers, by name. */
  labels: ReadonlyMap<string, string>
  now: number
  quotas: SyncReport['quotas']
}

/** How much is left of each budget of requests, whatever time the report is about. */
export const Quotas = ({ labels, now, quotas }: QuotasProps): null | ReactElement => {
  const { t } = usePluginTranslation()
  const names = [...new Set(quotas.map(({ provider }) => provider))]

  return names.length === 0 ? null : (
    <section className="sync-view__section">
      <h2 className="sync-view__heading">{t('report:quotas')}</h2>
      <dl className="sync-report__quotas">
        {names.map((name) => (
          <div key={name}>
            <dt>{labels.get(name) ?? name}</dt>
            <dd>
              {quotas
                .filter(({ provider }) => provider === name)
                .map((quota) => (
                  <QuotaBar key={quota.name} now={now} provider={name} quota={quota} />
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
