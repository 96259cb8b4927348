import type { ReactElement } from 'react'

import type { KitPageProps } from '../../../../sdk/index.js'
import type { SubscriptionsKey } from '../../SubscriptionsArgs.js'
import type { SubscriptionsTexts } from '../../texts/en.js'
import type { Spending } from '../Spending.js'

import { createFormats } from './createFormats.js'
import './index.css'
import { PeriodSums } from './PeriodSums.js'
import { Services } from './Services.js'

type SpendingPageProps = KitPageProps<Spending, SubscriptionsTexts, SubscriptionsKey>

/** What the person who looks at it pays: per month and year, for what, and what comes next. */
export const SpendingPage = ({ data, language, lists, texts }: SpendingPageProps): ReactElement => {
  const { changes, currencies, months, renewals, services, years } = data
  const { spending: t } = texts
  const formats = createFormats(language)
  if (services.length === 0) {
    return (
      <div className="sync-view__empty">
        <strong>{t.nothing}</strong>
        <p>{t.nothingAdvice}</p>
        <p>
          <a href={`${lists.subscriptions}/create`}>{t.enter}</a>
        </p>
      </div>
    )
  }
  return (
    <div className="spending">
      <section aria-label={t.totals} className="spending__cards">
        {currencies.map(({ currency, paidLastYear, perMonth, perYear }) => (
          <dl className="spending__card" key={currency}>
            <div className="spending__main">
              <dt>
                {t.perMonth} <span className="spending__code">{currency}</span>
              </dt>
              <dd>{formats.money({ amount: perMonth, currency })}</dd>
            </div>
            <div>
              <dt>{t.perYear}</dt>
              <dd>{formats.money({ amount: perYear, currency })}</dd>
            </div>
            <div>
              <dt>{t.paidLastYear}</dt>
              <dd>{formats.money({ amount: paidLastYear, currency })}</dd>
            </div>
          </dl>
        ))}
      </section>
      <p className="spending__note">
        {t.note} <a href={`${lists.subscriptions}/create`}>{t.enter}</a>
        {' · '}
        <a href={lists.charges}>{texts.collections.charges.plural}</a>
      </p>
      <div className="spending__columns">
        <section>
          <h2>{t.renewals}</h2>
          {renewals.length === 0 ? <p className="spending__note">{t.noRenewals}</p> : null}
          <ul className="spending__list">
            {renewals.map(({ currency, day, plan, price, service }, index) => (
              <li key={index}>
                <time dateTime={day}>{formats.day(day)}</time>
                <span className="spending__grow">
                  {service}
                  {plan ? <span className="spending__muted"> {plan}</span> : null}
                </span>
                <span className="spending__amount">
                  {price && currency ? formats.money({ amount: price, currency }) : '–'}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t.changes}</h2>
          {changes.length === 0 ? <p className="spending__note">{t.noChanges}</p> : null}
          <ul className="spending__list">
            {changes.map(({ currency, day, from, service, to }, index) => (
              <li key={index}>
                <time dateTime={day}>{formats.day(day)}</time>
                <span className="spending__grow">{service}</span>
                <span className="spending__amount">
                  <span className="spending__muted">
                    {formats.money({ amount: from, currency })}
                  </span>
                  {' → '}
                  {formats.money({ amount: to, currency })}{' '}
                  <span className={Number(to) > Number(from) ? 'spending__more' : 'spending__less'}>
                    {formats.change({ from, to })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Services formats={formats} list={lists.subscriptions} services={services} texts={texts} />
      <PeriodSums formats={formats} kind="month" lines={months} title={t.byMonth} />
      <PeriodSums formats={formats} kind="year" lines={years} title={t.byYear} />
    </div>
  )
}
