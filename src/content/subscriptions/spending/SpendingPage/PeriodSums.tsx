import type { ReactElement } from 'react'

import type { PeriodLine } from '../Spending.js'
import type { Formats } from './createFormats.js'

type PeriodSumsProps = {
  formats: Formats
  kind: 'month' | 'year'
  lines: readonly PeriodLine[]
  title: string
}

const MOST = 100

/** What was paid in each month or year, each currency by itself, with a bar to compare them by. */
export const PeriodSums = ({
  formats,
  kind,
  lines,
  title,
}: PeriodSumsProps): null | ReactElement => {
  const currencies = [...new Set(lines.flatMap(({ sums }) => Object.keys(sums)))].sort()
  if (currencies.length === 0) {
    return null
  }
  return (
    <section>
      <h2>{title}</h2>
      <div className="spending__columns">
        {currencies.map((currency) => {
          const largest = Math.max(...lines.map(({ sums }) => Number(sums[currency] ?? 0)))
          return (
            <table className="spending__periods" key={currency}>
              <caption>{currency}</caption>
              <tbody>
                {lines.map(({ period, sums }) => {
                  const amount = sums[currency]
                  // The length of a bar is all that is worked out with numbers.
                  const share = largest > 0 ? (Number(amount ?? 0) / largest) * MOST : 0
                  return (
                    <tr key={period}>
                      <th scope="row">{kind === 'month' ? formats.month(period) : period}</th>
                      <td aria-hidden className="spending__bar">
                        <span style={{ width: `${Math.max(0, share)}%` }} />
                      </td>
                      <td className="spending__amount">
                        {amount === undefined ? '–' : formats.money({ amount, currency })}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )
        })}
      </div>
    </section>
  )
}
