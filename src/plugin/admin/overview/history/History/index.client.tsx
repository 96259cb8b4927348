'use client'

import type { ReactElement } from 'react'

import { ShimmerEffect } from '@payloadcms/ui'
import { lazy, Suspense, useState } from 'react'

import type { HistoryPeriod } from '../../../../../sync/operations/runs/getHistory.js'
import type { Run } from '../../../../../sync/run/Run.js'

import { Choice } from '../../../parts/Choice/index.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { HistoryTable } from '../HistoryTable/index.client.js'
import { useHistory } from '../useHistory.client.js'

/** Drawing charts takes more code than all the rest of this plugin. */
const HistoryCharts = lazy(() => import('../HistoryCharts/index.client.js'))

const PERIODS: readonly HistoryPeriod[] = ['24h', '7d', '30d']

const FORMS = ['charts', 'table'] as const

type HistoryProps = {
  /** When it is another one, there is more to show. */
  newestRun: Run['id'] | undefined
}

/** What ran in the last while, as charts or as a table. */
export const History = ({ newestRun }: HistoryProps): ReactElement => {
  const { t } = usePluginTranslation()
  const [period, setPeriod] = useState<HistoryPeriod>('24h')
  const [form, setForm] = useState<(typeof FORMS)[number]>('charts')
  const { hasFailed, history } = useHistory({ newestRun, period })
  const isTable = form === 'table'

  return (
    <section aria-labelledby="sync-view-history" className="sync-view__section sync-history">
      <div className="sync-view__section-head">
        <h2 className="sync-view__heading" id="sync-view-history">
          {t('history:title')}
        </h2>
        <div className="sync-history__choices">
          <Choice
            label={t('history:window')}
            onChoose={setPeriod}
            options={PERIODS.map((value) => ({ label: t(`history:windows:${value}`), value }))}
            value={period}
          />
          <Choice
            label={t('history:form')}
            onChoose={setForm}
            options={FORMS.map((value) => ({ label: t(`history:forms:${value}`), value }))}
            value={form}
          />
        </div>
      </div>
      {hasFailed && <p className="sync-view__error">{t('history:unreadable')}</p>}
      {history ? (
        <>
          {!isTable && (
            // The table, which is always there, tells the same in words.
            <div aria-hidden className="sync-history__charts">
              <Suspense fallback={<ShimmerEffect height="26rem" />}>
                <HistoryCharts history={history} />
              </Suspense>
            </div>
          )}
          <div className={isTable ? undefined : 'sync-view__hidden'}>
            <HistoryTable history={history} />
          </div>
        </>
      ) : (
        !hasFailed && <ShimmerEffect height="26rem" />
      )}
    </section>
  )
}
