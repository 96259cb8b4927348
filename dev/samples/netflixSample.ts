import { dayBefore, monthsAgo } from './days.js'

const BILLING =
  'Transaction Date,Service Period Start Date,Service Period End Date,Description,Payment Type,Mop Last 4,Mop Creation Date,Mop Pmt Processor Desc,Item Price Amt,Currency,Tax Amt,Gross Sale Amt,Pmt Txn Type,Pmt Status,Final Invoice Result,Country,Next Billing Date'

const HISTORY =
  'Subscription Opened Ts,Is Free Trial At Signup,Subscription Closed Ts,Is Customer Initiated Cancel,Signup Plan Category,Signup Max Concurrent Streams,Signup Max Streaming Quality,Plan Change Date,Plan Change Old Category,Plan Change Old Max Concurrent Streams,Plan Change Old Max Streaming Quality,Plan Change New Category,Plan Change New Max Concurrent Streams,Plan Change New Max Streaming Quality,Cancellation Reason'

/** How many months were billed, the one that runs included. */
const MONTHS = 15

/** Before and after the price went up, with the tax that is in it. */
const PRICES = {
  after: { gross: '13.99', net: '11.76', tax: '2.23' },
  before: { gross: '12.99', net: '10.92', tax: '2.07' },
}

/** So many months ago it went up. */
const DEARER_SINCE = 6

/** So many months ago the card was declined, and another one taken two days later. */
const DECLINED = 3

/**
 * What somebody would be sent who has paid for Netflix in Germany for fifteen months: files by name.
 * Each bill has the lines of its states; one card is declined; nothing of it is true.
 */
export const netflixSample = (now: Date): Record<string, string> => {
  const day = 9
  const latest = now.getUTCDate() < day ? 1 : 0
  const begin = (months: number): string => monthsAgo({ day, months: months + latest, now })
  const lines = Array.from({ length: MONTHS }, (_, months) => {
    const [start, next] = [begin(months), begin(months - 1)]
    const { gross, net, tax } = months < DEARER_SINCE ? PRICES.after : PRICES.before
    const bill = (on: string, card: string, state: string): string =>
      `${on},${start},${dayBefore(next)},SUBSCRIPTION,VISA,${card},,ADYEN,${net},EUR,${tax},${gross},${state},DE,${next}`
    const payment = (state: string): string =>
      `${start},,,payment_transaction,CC,0042,,,,EUR,,${gross},${state},,DE,`
    const isFirst = months === MONTHS - 1
    const type = isFirst ? 'CAPTURE' : 'SALE'
    return months === DECLINED
      ? [
          bill(begin(months).replace(/09$/, '11'), '0815', 'RECOVERY,APPROVED,SETTLED'),
          bill(start, '0042', 'SALE,DECLINED,REVERSAL'),
          payment('SALE,DECLINED'),
        ]
      : [
          bill(start, '0042', `${type},APPROVED,SETTLED`),
          bill(start, '0042', `${isFirst ? 'CHARGE,APPROVED' : 'SALE,PENDING'},SETTLED`),
          payment(`${type},APPROVED`),
          ...(isFirst
            ? [`${start},,,payment_transaction,CC,0042,,,,EUR,,1.0,VALIDATE,APPROVED,,DE,`]
            : []),
        ]
  })
  return {
    'ACCOUNT/SubscriptionHistory.csv': `${HISTORY}\n${begin(MONTHS - 1)} 18:12:40.120+0000,0,,,STANDARD,2,HD,,,,,,,,\n`,
    'CONTENT_INTERACTION/ViewingActivity.csv':
      'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n' +
      `Somebody,${begin(0)} 20:15:00,00:42:00,,A series that nobody else needs to know of,,Television,00:42:00,00:42:00,DE\n`,
    'PAYMENT_AND_BILLING/BillingHistory.csv': `${[BILLING, ...lines.flat()].join('\n')}\n`,
    'SURVEYS/ProductCancellationSurvey.txt': 'We found no information for this table.\n',
  }
}
