import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import { getScheduleFigures } from '../../../../sync/operations/reports/getReport.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { toTranslate } from '../../../translations/toTranslate.js'
import { formatDuration } from '../../parts/format/formatDuration.js'
import { Moment } from '../../parts/Moment/index.client.js'
import { readRequest } from '../../server/readRequest.js'
import './index.css'

/** What the runs of a schedule came to in the last thirty days, in its form. */
export const ScheduleFigures = async ({
  id,
  data,
  i18n,
  payload,
}: UIFieldServerProps): Promise<null | ReactElement> => {
  const access = findAccess(payload)
  const req = await readRequest({ payload })
  if (id === undefined || !access || !req.user || !(await access.view({ req }))) {
    return null
  }
  const sight = await readSight({ req })
  const figures = await getScheduleFigures({ id, payload, sight })
  // The slot as readers of the row are told it: never one that has passed.
  const { enabled, nextSlotAt } = data as { enabled?: boolean; nextSlotAt?: null | string }
  const next = enabled ? nextSlotAt : null
  const t = toTranslate(i18n.t)
  const { durationMs, lastSuccessAt, runs, successRate } = figures
  const shown: [string, ReactElement | string][] = [
    [t('schedules:figures:runs'), runs.total.toLocaleString(i18n.language)],
    [
      t('schedules:figures:successRate'),
      successRate === null
        ? '–'
        : new Intl.NumberFormat(i18n.language, {
            maximumFractionDigits: 1,
            style: 'percent',
          }).format(successRate),
    ],
    [
      t('schedules:figures:median'),
      durationMs.median === null ? '–' : formatDuration({ ms: durationMs.median, t }),
    ],
    [t('schedules:figures:lastSuccess'), toMoment(lastSuccessAt)],
    [t('schedules:figures:next'), toMoment(next)],
  ]
  return (
    <section className="sync-schedule-figures">
      <h4>{t('schedules:figures:title')}</h4>
      <dl>
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const toMoment = (at: null | string | undefined): ReactElement | string =>
  at ? <Moment date={at} /> : '–'
