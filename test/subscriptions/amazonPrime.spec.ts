import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { addDecimals } from '../../src/content/subscriptions/index.js'
import { amazonPrime } from '../../src/providers/amazon-prime/index.js'
import { makeZip } from '../../src/sync/files/zip.fixture.js'
import { readDocuments } from '../files/readDocuments.js'
import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'
import { zipFolder } from './zipFolder.js'

const ITEMS =
  '\uFEFFASIN,Title,OrderId,DigitalOrderItemId,BaseCurrencyCode,Marketplace,OrderDate,OurPrice,OurPriceCurrencyCode,OurPriceTax,SubscriptionOrderInfoList'
const ORDERS = 'OrderId,BillingAddress,OrderStatus,SubscriptionOrderType'
const MONETARY = 'DigitalOrderItemId,TransactionAmount,BaseCurrencyCode,MonetaryComponentTypeCode'
const LISTED =
  'SubscriptionId,Marketplace,SubscriptionStatus,SubscriptionStatusDate,Autorenew,SubscriptionStartDate,ServiceProvider,ContractTimeInterval,NextBillDate,NextBillAmount,BaseCurrencyCode,BillingPeriodStartDate,ContractEndDate'

const OWN = 'subscriptionId:AB12'

type Lines = { items?: string[]; listed?: string[]; monetary?: string[]; orders?: string[] }

const zip = async ({ items, listed, monetary, orders }: Lines) =>
  await makeZip({
    entries: Object.fromEntries(
      (
        [
          ['Digital-Ordering.3/Digital Items.csv', ITEMS, items],
          ['Digital-Ordering.3/Digital Orders.csv', ORDERS, orders],
          ['Digital-Ordering.3/Digital Orders Monetary.csv', MONETARY, monetary],
          ['Digital.Subscriptions/Subscriptions.csv', LISTED, listed],
        ] as const
      ).flatMap(([name, columns, lines]) =>
        lines ? [[name, [columns, ...lines].join('\r\n')]] : [],
      ),
    ),
  })

const read = async (lines: Lines, resource = 'charges') =>
  await readDocuments({ bytes: await zip(lines), provider: amazonPrime(), resource })

type Document = Record<string, unknown>

const list = ({ documents }: { documents: Record<string, Document> }): string[] =>
  Object.values(documents).map(
    ({ amount, chargedAt, currency, kind, service }) =>
      `${String(chargedAt).slice(0, 10)} ${String(amount)} ${String(currency)} ${String(kind)} ${String(service)}`,
  )

const FEE = `B1,"Prime Membership Fee",D01-1,ITEM1,EUR,www.amazon.it,2021-09-27,36.0,EUR,36.0,"${OWN}"`

describe('what is a charge', () => {
  it('should take the price of an item that has a subscription, and no other item', async () => {
    const charges = await read({
      items: [FEE, 'B2,A film,D01-2,ITEM2,EUR,www.amazon.it,2021-09-28,4.99,EUR,4.99,N/A'],
    })

    expect(charges.documents).toEqual({
      'mine:ITEM1': {
        amount: '36.00',
        chargedAt: '2021-09-27T12:00:00.000Z',
        currency: 'EUR',
        description: 'Prime Membership Fee',
        kind: 'subscription',
        periodStart: '2021-09-27T12:00:00.000Z',
        service: 'Amazon Prime',
        source: 'file',
        status: 'paid',
        subscription: {
          externalId: 'mine:prime:amazon.it',
          kind: 'sync-reference',
          resource: 'subscriptions',
        },
      },
    })
  })

  it('should know from the payments alone how much is tax, within the price and on top of it', async () => {
    const charges = await read({
      items: [
        FEE,
        `B1,Prime Membership Fee,D01-9,ITEM9,USD,www.amazon.com,12/14/2016 19:00:00,12.99,USD,Not Applicable,"${OWN}"`,
      ],
      monetary: [
        'ITEM1,6.49,EUR,Tax',
        'ITEM1,29.51,EUR,Price Amount',
        'ITEM9,12.99,USD,Price Amount',
        'ITEM9,1.07,USD,Tax',
        'OTHER,5.00,USD,Tax',
      ],
    })

    expect(charges.documents).toMatchObject({
      'mine:ITEM1': { amount: '36.00', tax: '6.49' },
      'mine:ITEM9': { amount: '14.06', chargedAt: '2016-12-14T12:00:00.000Z', tax: '1.07' },
    })
  })

  it('should count no trial and no order that was cancelled', async () => {
    const charges = await read({
      items: [
        FEE,
        `B1,Prime Membership Fee,D01-2,ITEM2,EUR,www.amazon.it,2020-08-27,0.0,EUR,0.0,"${OWN}"`,
        `B1,Prime Membership Fee,D01-3,ITEM3,EUR,www.amazon.it,2020-09-01,36.0,EUR,36.0,"${OWN}"`,
      ],
      orders: [
        'D01-1,"Way 1, Town",SUCCESS,Subscription_Renewal',
        'D01-3,N/A,CANCELLED_BY_AMAZON,Subscription_Renewal',
      ],
    })

    expect(list(charges)).toEqual(['2021-09-27 36.00 EUR subscription Amazon Prime'])
  })

  it('should count what was paid back', async () => {
    const charges = await read({
      items: [FEE],
      monetary: ['ITEM1,36.00,EUR,Price Amount', "ITEM1,'-36.00',EUR,Price Amount"],
    })

    expect(list(charges)).toEqual([
      '2021-09-27 36.00 EUR subscription Amazon Prime',
      '2021-09-27 -36.00 EUR refund Amazon Prime',
    ])
  })

  it.each([
    [
      'commas that nobody quoted',
      `B1,Prime, yearly, for you,D01-1,ITEM1,EUR,www.amazon.it,2021-09-27,36.0,EUR,36.0,${OWN}`,
    ],
    ['a date with a time', FEE.replace('2021-09-27', '09/27/2021 22:08')],
    ['a date with the name of a month', FEE.replace('2021-09-27', '27-SEP-2021')],
    ['a date with the day first', FEE.replace('2021-09-27', '27/09/2021')],
    ['a title of Germany', FEE.replace('"Prime Membership Fee"', '"Prime-Mitgliedsgebühr"')],
    [
      'an amount with its sign',
      FEE.replace('36.0,EUR,36.0', '€36.00,Not Available,Not Applicable'),
    ],
  ])('should read %s', async (_name, line) => {
    expect(list(await read({ items: [line] }))).toEqual([
      '2021-09-27 36.00 EUR subscription Amazon Prime',
    ])
  })

  it('should read yen, and keep other services apart', async () => {
    const charges = await read({
      items: [
        `B1,プライム会員費,D01-1,ITEM1,JPY,www.amazon.co.jp,2021-09-27,"4,900",JPY,N/A,"${OWN}"`,
        'B3,Kindle Unlimited,D01-4,ITEM4,JPY,www.amazon.co.jp,2021-10-01,980,JPY,N/A,"subscriptionId:KKKK"',
      ],
    })

    expect(list(charges)).toEqual([
      '2021-09-27 4900.00 JPY subscription Amazon Prime',
      '2021-10-01 980.00 JPY subscription Kindle Unlimited',
    ])
  })

  it('should read złoty, lira and pounds with the day first', async () => {
    const charges = await read({
      items: [
        `B1,"Opłata Prime",D01-1,ITEM1,PLN,www.amazon.pl,2023-01-25,"10,99 zł",PLN,N/A,"${OWN}"`,
        `B1,Prime Üyelik Ücreti,D01-2,ITEM2,TRY,www.amazon.com.tr,2023-01-26,"7,90 TL",TRY,N/A,"${OWN}"`,
        `B1,Prime Membership Fee,D01-3,ITEM3,GBP,www.amazon.co.uk,27/01/2023,£8.99,GBP,£1.50,"${OWN}"`,
        `B1,Prime Membership Fee,D01-4,ITEM4,GBP,www.amazon.co.uk,05/02/2023,£8.99,GBP,£1.50,"${OWN}"`,
      ],
    })

    expect(list(charges)).toEqual([
      '2023-01-25 10.99 PLN subscription Amazon Prime',
      '2023-01-26 7.90 TRY subscription Amazon Prime',
      '2023-01-27 8.99 GBP subscription Amazon Prime',
      '2023-02-05 8.99 GBP subscription Amazon Prime',
    ])
  })

  it('should count an item once that two lists of one archive have', async () => {
    const bytes = await makeZip({
      entries: {
        'Digital-Ordering.1/Digital Items.csv': `${ITEMS}\n${FEE}\n`,
        'Digital-Ordering.2/Digital Items.csv': `${ITEMS}\n${FEE}\n`,
      },
    })
    const provider = amazonPrime()

    expect(list(await readDocuments({ bytes, provider, resource: 'charges' }))).toHaveLength(1)
  })
})

describe('the subscription', () => {
  const ROW =
    'S1,www.amazon.it,Active,2020-09-27,Yes,2020-09-27,Amazon Prime,1 Year,2022-09-27,36,EUR,2021-09-27,2022-09-27'

  it('should be one with the orders, though their ids differ', async () => {
    const { documents } = await read({ items: [FEE], listed: [ROW] }, 'subscriptions')

    expect(documents).toEqual({
      'mine:prime:amazon.it': {
        currency: 'EUR',
        ended: null,
        interval: 'year',
        intervalCount: 1,
        nextRenewal: '2022-09-27T12:00:00.000Z',
        price: '36.00',
        service: 'Amazon Prime',
        source: 'file',
        started: '2020-09-27T12:00:00.000Z',
        status: 'active',
      },
    })
  })

  it('should say nothing of how it stands where only orders are known', async () => {
    const { documents } = await read({ items: [FEE] }, 'subscriptions')

    expect(Object.keys(documents)).toEqual(['mine:prime:amazon.it'])
    expect(documents['mine:prime:amazon.it']).not.toHaveProperty('status')
    expect(documents['mine:prime:amazon.it']).not.toHaveProperty('nextRenewal')
  })

  it.each([
    ['Cancelled,2021-10-01,No', 'N/A', { nextRenewal: null, status: 'ended' }],
    ['Active,2021-10-01,No', 'N/A', { nextRenewal: null, status: 'cancelled' }],
    ['Paused,2021-10-01,Yes', 'Not Available', { status: 'paused' }],
  ])('should read %s', async (state, next, expected) => {
    const row = ROW.replace('Active,2020-09-27,Yes', state).replace(
      ',2022-09-27,36',
      `,${next},N/A`,
    )
    const { documents } = await read({ items: [FEE], listed: [row] }, 'subscriptions')

    expect(documents['mine:prime:amazon.it']).toMatchObject({ ...expected, price: '36.00' })
  })
})

const RECORDED = `${RECORDINGS_FOLDER}amazon/export-it-2021`

describe.runIf(existsSync(RECORDED))('a real archive', () => {
  it('should give the three fees that a person counts in its list of items', async () => {
    const provider = amazonPrime()
    const bytes = await zipFolder(RECORDED)
    const charges = await readDocuments({ bytes, provider, resource: 'charges' })
    const { documents } = await readDocuments({ bytes, provider, resource: 'subscriptions' })

    // All three lines of "Digital Items.csv". The fourth order has no item: it was cancelled.
    expect(list(charges)).toEqual([
      '2020-09-26 3.99 EUR subscription Amazon Prime',
      '2020-09-27 36.00 EUR subscription Amazon Prime',
      '2021-09-27 36.00 EUR subscription Amazon Prime',
    ])
    const all = Object.values(charges.documents)
    expect(addDecimals(all.map(({ amount }) => String(amount)))).toBe('75.99')
    expect(charges.invalid).toBe(0)
    expect(charges.says?.toISOString()).toBe('2021-09-27T00:00:00.000Z')
    expect(documents).toEqual({
      'mine:prime:amazon.it': {
        currency: 'EUR',
        ended: null,
        interval: 'year',
        intervalCount: 1,
        nextRenewal: '2022-09-27T12:00:00.000Z',
        price: '36.00',
        service: 'Amazon Prime',
        source: 'file',
        started: '2020-09-27T12:00:00.000Z',
        status: 'active',
      },
    })
  })
})
