import type { ReactElement } from 'react'

import type { SubscriptionsTexts } from '../../texts/en.js'
import type { ServiceLine } from '../Spending.js'
import type { Formats } from './createFormats.js'

type ServicesProps = {
  formats: Formats
  /** Where the documents of subscriptions are. */
  list: string
  services: readonly ServiceLine[]
  texts: SubscriptionsTexts
}

/** Every service with what it costs; where there is no room, a row is a block of lines. */
export const Services = ({ formats, list, services, texts }: ServicesProps): ReactElement => {
  const { fields, options, spending: t } = texts
  const toMoney = (amount: null | string, currency: string): string =>
    amount === null || currency === '' ? '–' : formats.money({ amount, currency })
  const toStatus = (status: null | string): string =>
    status === null
      ? t.usageOnly
      : (options.subscriptionStatus[status as keyof typeof options.subscriptionStatus] ?? status)

  return (
    <section>
      <h2>{t.byService}</h2>
      <table className="spending__services">
        <thead>
          <tr>
            <th scope="col">{fields.service}</th>
            <th scope="col">{fields.status}</th>
            <th className="spending__amount" scope="col">
              {t.perMonth}
            </th>
            <th className="spending__amount" scope="col">
              {t.perYear}
            </th>
            <th className="spending__amount" scope="col">
              {t.paidLastYear}
            </th>
            <th className="spending__day" scope="col">
              {fields.nextRenewal}
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map((line, index) => (
            <tr key={index}>
              <th scope="row">
                {line.id === null ? (
                  line.service
                ) : (
                  <a href={`${list}/${line.id}`}>{line.service}</a>
                )}
                {line.plan ? <span className="spending__muted"> {line.plan}</span> : null}
              </th>
              <td data-label={fields.status}>{toStatus(line.status)}</td>
              <td className="spending__amount" data-label={t.perMonth}>
                {toMoney(line.perMonth, line.currency)}
              </td>
              <td className="spending__amount" data-label={t.perYear}>
                {toMoney(line.perYear, line.currency)}
              </td>
              <td className="spending__amount" data-label={t.paidLastYear}>
                {toMoney(line.paidLastYear, line.currency)}
              </td>
              <td className="spending__day" data-label={fields.nextRenewal}>
                {line.nextRenewal === null ? '–' : formats.day(line.nextRenewal)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
