import { monthsAgo } from './days.js'

const ITEMS =
  'ASIN,Title,OrderId,DigitalOrderItemId,DeclaredCountryCode,BaseCurrencyCode,Marketplace,OrderDate,OurPrice,OurPriceCurrencyCode,OurPriceTax,OurPriceTaxCurrencyCode,SubscriptionOrderInfoList'
const ORDERS = 'OrderId,BillingAddress,OrderStatus,Marketplace,OrderDate,SubscriptionOrderType'
const PAYMENTS =
  'DigitalOrderItemId,TransactionAmount,BaseCurrencyCode,MonetaryComponentTypeCode,OfferTypeCode'
const SUBSCRIPTIONS =
  'SubscriptionId,Marketplace,SubscriptionStatus,SubscriptionStatusDate,Autorenew,SubscriptionStartDate,ServiceProvider,ContractTimeInterval,NextBillDate,NextBillAmount,BaseCurrencyCode,BillingPeriodStartDate,ContractEndDate'

/** What tells programs that a file is UTF-8. */
const MARK = '\uFEFF'

/**
 * What somebody would be sent who pays for Prime in Germany each year, was dearer the second time,
 * and cancelled one order of a channel: files by name. Nothing of it is true.
 */
export const amazonSample = (now: Date): Record<string, string> => {
  const begin = (months: number): string => monthsAgo({ day: 27, months, now })
  const fees = [
    { at: begin(27), order: 'D01-0000001', paid: '69.00', price: '57.98', tax: '11.02' },
    { at: begin(15), order: 'D01-0000002', paid: '89.90', price: '75.55', tax: '14.35' },
    { at: begin(3), order: 'D01-0000003', paid: '89.90', price: '75.55', tax: '14.35' },
  ]
  const channel = { at: begin(5), order: 'D01-0000004' }
  const own = 'subscriptionId:SAMPLE0PRIME0000DE01'
  return {
    'Digital.PrimeVideo.Viewinghistory/Digital.PrimeVideo.Viewinghistory.csv': `${MARK}Playback Hour,Title\n${begin(1)} 20:00,A film, with a comma\n`,
    'Digital.Subscriptions/Subscriptions.csv': `${MARK}${[
      SUBSCRIPTIONS,
      `SAMPLE,www.amazon.de,Active,${begin(27)},Yes,${begin(27)},Amazon Prime,1 Year,${begin(-9)},89.9,EUR,${begin(3)},${begin(-9)}`,
    ].join('\r\n')}\r\n`,
    'Digital-Ordering.2/Digital Items.csv': `${MARK}${[
      ITEMS,
      ...fees.map(
        ({ at, order, paid }) =>
          `B0SAMPLE01,"Prime-Mitgliedsgebühr",${order},ITEM-${order},DE,EUR,www.amazon.de,${at},${paid},EUR,${paid},EUR,"${own}"`,
      ),
      `B0SAMPLE02,"Ein Kanal, monatlich",${channel.order},ITEM-${channel.order},DE,EUR,www.amazon.de,${channel.at},4.99,EUR,4.99,EUR,"subscriptionId:SAMPLE0KANAL0000DE01"`,
      `B0SAMPLE03,"Ein Film",D01-0000005,ITEM-D01-0000005,DE,EUR,www.amazon.de,${channel.at},3.99,EUR,3.99,EUR,N/A`,
    ].join('\r\n')}\r\n`,
    'Digital-Ordering.2/Digital Orders.csv': `${MARK}${[
      ORDERS,
      ...fees.map(
        ({ at, order }) => `${order},N/A,SUCCESS,www.amazon.de,${at},Subscription_Renewal`,
      ),
      `${channel.order},N/A,CANCELLED_BY_AMAZON,www.amazon.de,${channel.at},Subscription_Renewal`,
    ].join('\r\n')}\r\n`,
    'Digital-Ordering.2/Digital Orders Monetary.csv': `${MARK}${[
      PAYMENTS,
      ...fees.flatMap(({ order, price, tax }) => [
        `ITEM-${order},${tax},EUR,Tax,N/A`,
        `ITEM-${order},${price},EUR,Price Amount,N/A`,
      ]),
    ].join('\r\n')}\r\n`,
  }
}
