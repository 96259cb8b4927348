'use client'

import type { ReactElement } from 'react'

import type { ReportDays } from '../ReportView/readDays.js'

import { Choice } from '../../parts/Choice/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type RangeProps = {
  days: ReportDays
  /** Milliseconds since 1970. */
  now: number
  onChange: (days: ReportDays) => void
}

const DAY_MS = 24 * 60 * 60 * 1000

const PERIODS = ['7', '30', '90'] as const

const toDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** Which days the report is about: the last few, or any from one to another. */
export const Range = ({ days, now, onChange }: RangeProps): ReactElement => {
  const { t } = usePluginTranslation()
  const toLast = (count: string): ReportDays => ({
    from: toDay(now - (Number(count) - 1) * DAY_MS),
    to: toDay(now),
  })
  const last = PERIODS.find((count) => {
    const { from, to } = toLast(count)
    return from === days.from && to === days.to
  })

  // A day moves the other one along, so that there is always a time between them.
  const setFrom = (from: string): void => onChange({ from, to: from > days.to ? from : days.to })
  const setTo = (to: string): void => onChange({ from: to < days.from ? to : days.from, to })

  return (
    <form className="sync-report__range" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={t('report:period')}
        onChoose={(count) => onChange(toLast(count))}
        options={PERIODS.map((count) => ({
          label: t('report:periodDays', { days: count }),
          value: count,
        }))}
        value={last}
      />
      <label className="sync-report__day">
        {t('report:from')}
        <input
          aria-label={t('report:from')}
          onChange={({ target }) => target.value && setFrom(target.value)}
          type="date"
          value={days.from}
        />
      </label>
      <label className="sync-report__day">
        {t('report:to')}
        <input
          aria-label={t('report:to')}
          onChange={({ target }) => target.value && setTo(target.value)}
          type="date"
          value={days.to}
        />
      </label>
      <span className="sync-view__muted">{t('report:utc')}</span>
    </form>
  )
}
