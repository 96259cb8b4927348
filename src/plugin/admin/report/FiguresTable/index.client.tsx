'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatRate } from '../formatRate.js'
import { useFigures } from '../useFigures.client.js'

type Row = {
  /** A page about it. */
  href?: string
  key: string
  name: string
  /** What it is a part of. */
  of?: string
} & SyncReport['total']

type FiguresTableProps = { rows: readonly Row[]; title: string }

/** Figures of several things of a kind, a row for each, the busiest first. */
export const FiguresTable = ({ rows, title }: FiguresTableProps): null | ReactElement => {
  const { language, t } = usePluginTranslation()
  const { writeCount, writeDelay, writeDuration, writeMemory } = useFigures()
  if (rows.length === 0) {
    return null
  }
  const columns: [string, (row: Row) => string][] = [
    [t('report:runs'), ({ runs }) => writeCount(runs.total)],
    [t('report:successRate'), ({ successRate }) => formatRate({ language, rate: successRate })],
    [t('options:runStatus:failed'), ({ runs }) => writeCount(runs.failed)],
    [t('report:median'), ({ durationMs }) => writeDuration(durationMs.median)],
    [t('report:p95'), ({ durationMs }) => writeDuration(durationMs.p95)],
    [t('fields:counts'), ({ records }) => writeCount(records.fetched)],
    [t('counts:conflicts'), ({ records }) => writeCount(records.conflicts)],
    [t('fields:retries'), ({ retries }) => writeCount(retries)],
    [t('fields:requests'), ({ requests }) => writeCount(requests)],
    [t('report:peakMemory'), ({ peakMemoryMb }) => writeMemory(peakMemoryMb)],
    [t('report:delay'), ({ loopDelayMs }) => writeDelay(loopDelayMs)],
  ]

  return (
    <section className="sync-view__section">
      <h2 className="sync-view__heading">{title}</h2>
      <table aria-label={title} className="sync-view__table sync-report__table">
        <thead>
          <tr>
            <th scope="col">{t('report:name')}</th>
            {columns.map(([name]) => (
              <th className="sync-view__number" key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((one, other) => other.runs.total - one.runs.total)
            .map((row) => (
              <tr key={row.key}>
                <th data-label={t('report:name')} scope="row">
                  {row.href ? (
                    <Link className="sync-view__link" href={row.href} prefetch={false}>
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                  {row.of && <span className="sync-report__of">{row.of}</span>}
                </th>
                {columns.map(([name, write]) => (
                  <td className="sync-view__number" data-label={name} key={name}>
                    {write(row)}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
