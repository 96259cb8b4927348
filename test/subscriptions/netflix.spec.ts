import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { addDecimals } from '../../src/content/subscriptions/index.js'
import { netflix } from '../../src/providers/netflix/index.js'
import { ofBuffer } from '../../src/sync/files/ByteSource.js'
import { makeZip } from '../../src/sync/files/zip.fixture.js'
import { readDocuments } from '../files/readDocuments.js'
import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'
import { zipFolder } from './zipFolder.js'

const COLUMNS =
  'Transaction Date,Service Period Start Date,Service Period End Date,Description,Currency,Tax Amt,Gross Sale Amt,Pmt Txn Type,Pmt Status,Final Invoice Result,Next Billing Date'

const read = async (lines: readonly string[], columns = COLUMNS) =>
  await readDocuments({
    bytes: ofBuffer('BillingHistory.csv', Buffer.from([columns, ...lines].join('\n'))),
    provider: netflix(),
    resource: 'charges',
  })

type Document = Record<string, unknown>

/** Each charge as somebody would write it down. */
const list = ({ documents }: { documents: Record<string, Document> }): string[] =>
  Object.values(documents).map(
    ({ amount, currency, kind, periodStart, status }) =>
      `${String(periodStart).slice(0, 10)} ${String(amount)} ${String(currency)} ${String(kind)} ${String(status)}`,
  )

const SUBSCRIPTION = '2024-03-08,2024-03-08,2024-04-07,SUBSCRIPTION,USD,0.73,7.72'

describe('what is a charge', () => {
  it('should count one for each period, whatever states its bill went through', async () => {
    const charges = await read([
      `${SUBSCRIPTION},SALE,NEW,SETTLED,2024-04-08`,
      `${SUBSCRIPTION},SALE,PENDING,SETTLED,2024-04-08`,
      `${SUBSCRIPTION},SALE,APPROVED,SETTLED,2024-04-08`,
      '2024-03-08,,,payment_transaction,USD,,7.72,SALE,NEW,,',
      '2024-03-08,,,payment_transaction,USD,,7.72,SALE,APPROVED,,',
      '2024-04-08,2024-04-08,2024-05-07,SUBSCRIPTION,USD,0.73,7.72,SALE,APPROVED,SETTLED,2024-05-08',
    ])

    expect(list(charges)).toEqual([
      '2024-03-08 7.72 USD subscription paid',
      '2024-04-08 7.72 USD subscription paid',
    ])
    expect(Object.entries(charges.documents)[0]).toEqual([
      'mine:2024-03-08',
      {
        amount: '7.72',
        chargedAt: '2024-03-08T12:00:00.000Z',
        currency: 'USD',
        kind: 'subscription',
        periodEnd: '2024-04-07T12:00:00.000Z',
        periodStart: '2024-03-08T12:00:00.000Z',
        service: 'Netflix',
        source: 'file',
        status: 'paid',
        subscription: {
          externalId: 'mine:subscription',
          kind: 'sync-reference',
          resource: 'subscriptions',
        },
        tax: '0.73',
      },
    ])
    expect(charges.says?.toISOString()).toBe('2024-04-08T00:00:00.000Z')
  })

  it('should count a first bill once, with what was captured', async () => {
    const charges = await read([
      '2024-01-09,2024-01-08,2024-02-07,SUBSCRIPTION,USD,0.73,7.83,CHARGE,APPROVED,SETTLED,2024-02-08',
      '2024-01-09,2024-01-08,2024-02-07,SUBSCRIPTION,USD,0.73,7.72,CAPTURE,APPROVED,SETTLED,2024-02-08',
      '2024-01-09,,,payment_transaction,USD,,7.83,CHARGE,APPROVED,,',
    ])

    expect(list(charges)).toEqual(['2024-01-08 7.72 USD subscription paid'])
  })

  it('should count a card that was declined and another that was taken once', async () => {
    const charges = await read([
      `${SUBSCRIPTION},SALE,DECLINED,REVERSAL,2024-04-08`,
      '2024-03-10,2024-03-08,2024-04-07,SUBSCRIPTION,USD,0.73,7.72,RECOVERY,NEW,SETTLED,2024-04-08',
      '2024-03-10,2024-03-08,2024-04-07,SUBSCRIPTION,USD,0.73,7.72,RECOVERY,APPROVED,SETTLED,2024-04-08',
    ])

    expect(list(charges)).toEqual(['2024-03-08 7.72 USD subscription paid'])
    expect(Object.values(charges.documents)[0]).toMatchObject({
      chargedAt: '2024-03-10T12:00:00.000Z',
    })
  })

  it('should count nothing for a card that was only declined', async () => {
    expect(list(await read([`${SUBSCRIPTION},SALE,DECLINED,REVERSAL,2024-04-08`]))).toEqual([])
  })

  it('should count no check of a card, and no free trial', async () => {
    const charges = await read([
      '2024-01-08,2024-01-08,2024-02-07,SUBSCRIPTION,USD,,1.0,VALIDATE,APPROVED,SETTLED,',
      '2024-01-08,,,payment_transaction,USD,,1.0,VALIDATE,APPROVED,,',
      '2024-01-08,2024-01-08,2024-02-07,SUBSCRIPTION,USD,0.0,0.0,,,SETTLED,2024-02-08',
    ])

    expect(list(charges)).toEqual([])
  })

  it('should count what was paid back apart, and once', async () => {
    const charges = await read([
      `${SUBSCRIPTION},SALE,APPROVED,SETTLED,2024-04-08`,
      '2024-03-20,2024-03-08,2024-04-07,SUBSCRIPTION,USD,0.73,7.72,REFUND,APPROVED,SETTLED,2024-04-08',
      '2024-03-20,,,payment_transaction,USD,,7.72,REFUND,APPROVED,,',
      '2024-03-25,,,payment_transaction,USD,,-2.00,REFUND,APPROVED,,',
    ])

    expect(list(charges)).toEqual([
      '2024-03-08 7.72 USD subscription paid',
      '2024-03-08 -7.72 USD refund paid',
      'undefined -2.00 USD refund paid',
    ])
  })

  it.each([
    ['JPY', '1490', '1490.00'],
    ['JPY', '"1,490"', '1490.00'],
    ['EUR', '"12,99"', '12.99'],
    ['IDR', '"186,000.00"', '186000.00'],
    ['BRL', '25.9', '25.90'],
    ['KWD', '3.299', '3.299'],
    ['KWD', '"3,299"', '3.299'],
    ['PLN', '"43,00 zł"', '43.00'],
    ['KRW', '"13,500"', '13500.00'],
  ])('should read what %s %s is', async (currency, text, amount) => {
    const charges = await read([
      `2024-03-08,2024-03-08,2024-04-07,SUBSCRIPTION,${currency},,${text},SALE,APPROVED,SETTLED,`,
    ])

    expect(Object.values(charges.documents)).toMatchObject([{ amount, currency }])
    expect(Object.values(charges.documents)[0]).not.toHaveProperty('tax')
  })

  it('should read columns in another order, other dates and another delimiter', async () => {
    const charges = await read(
      [
        'APPROVED;12,99;EUR;SUBSCRIPTION;08.03.2024;08.03.2024;x',
        'APPROVED;12,99;EUR;SUBSCRIPTION;08.04.2024;08.04.2024;x',
      ],
      '\uFEFFPmt Status;Gross Sale Amt;Currency;Description;Service Period Start Date;Transaction Date;New',
    )

    expect(list(charges)).toEqual([
      '2024-03-08 12.99 EUR subscription paid',
      '2024-04-08 12.99 EUR subscription paid',
    ])
  })

  it.each(['utf-16le', 'utf-16be'])('should read a history in %s', async (encoding) => {
    const text = `\uFEFF${COLUMNS}\r\n${SUBSCRIPTION},SALE,APPROVED,SETTLED,2024-04-08\r\n`
    const bytes = Buffer.from(text, 'utf16le')
    const charges = await readDocuments({
      bytes: ofBuffer('BillingHistory.csv', encoding === 'utf-16be' ? bytes.swap16() : bytes),
      provider: netflix(),
      resource: 'charges',
    })

    expect(list(charges)).toEqual(['2024-03-08 7.72 USD subscription paid'])
  })

  it('should count the tax that is within the price, and what was paid back of it', async () => {
    const charges = await read([
      '2023-04-01,2023-04-01,2023-04-30,SUBSCRIPTION,BRL,1.2,25.9,SALE,APPROVED,SETTLED,2023-05-01',
      '2023-04-03,2023-04-01,2023-04-30,SUBSCRIPTION,BRL,1.2,-25.9,REFUND,APPROVED,SETTLED,',
      '2023-04-03,2023-04-01,2023-04-30,SUBSCRIPTION,BRL,1.2,-25.9,REFUND,NEW,SETTLED,',
    ])

    expect(
      Object.values(charges.documents).map(({ amount, kind, tax }) => [amount, kind, tax]),
    ).toEqual([
      ['25.90', 'subscription', '1.20'],
      ['-25.90', 'refund', '-1.20'],
    ])
  })

  it('should refuse a line that cannot be read, and take the others', async () => {
    const charges = await read([
      `${SUBSCRIPTION},SALE,APPROVED,SETTLED,2024-04-08`,
      '2024-04-08,2024-04-08,2024-05-07,SUBSCRIPTION,USD,0.73,free,SALE,APPROVED,SETTLED,',
      '2024-05-08,2024-05-08,2024-06-07,SUBSCRIPTION,USD,0.73,7,72,SALE,APPROVED,SETTLED,2024,x',
    ])

    expect(list(charges)).toHaveLength(1)
    expect(charges.invalid).toBe(2)
  })
})

describe('the subscription', () => {
  const OPENED = '2024-01-09 06:36:45.414+0000'
  const HISTORY = 'Subscription Opened Ts,Subscription Closed Ts,Signup Plan Category'
  const readOne = async (entries: Record<string, string>) => {
    const { documents } = await readDocuments({
      bytes: await makeZip({ entries }),
      provider: netflix(),
      resource: 'subscriptions',
    })
    return documents['mine:subscription']
  }
  const BILLING = [COLUMNS, `${SUBSCRIPTION},SALE,APPROVED,SETTLED,2024-04-08`].join('\n')

  it('should run on while nobody closed it', async () => {
    expect(
      await readOne({
        'BillingHistory.csv': BILLING,
        'SubscriptionHistory.csv': `${HISTORY}\n${OPENED},,STREAMING ONLY\n`,
      }),
    ).toEqual({
      currency: 'USD',
      ended: null,
      interval: 'month',
      nextRenewal: '2024-04-08T12:00:00.000Z',
      plan: 'STREAMING ONLY',
      price: '7.72',
      service: 'Netflix',
      source: 'file',
      started: '2024-01-09T12:00:00.000Z',
      status: 'active',
    })
  })

  it('should be over when it was closed, and not when it was taken up again', async () => {
    const closed = `${OPENED},2024-03-20 08:00:54.193,STREAMING ONLY`
    expect(
      await readOne({
        'BillingHistory.csv': BILLING,
        'SubscriptionHistory.csv': `${HISTORY}\n${closed}\n`,
      }),
    ).toMatchObject({ ended: '2024-03-20T12:00:00.000Z', nextRenewal: null, status: 'ended' })
    expect(
      await readOne({
        'BillingHistory.csv': BILLING,
        'SubscriptionHistory.csv': `${HISTORY}\n2024-05-01 01:00:00+0000,,STREAMING ONLY\n${closed}\n`,
      }),
    ).toMatchObject({ ended: null, started: '2024-05-01T12:00:00.000Z', status: 'active' })
  })

  it('should be a trial while nothing else was billed, and unknown by bills alone', async () => {
    const trial = '2024-01-08,2024-01-08,2024-02-07,SUBSCRIPTION,USD,0.0,0.0,,,SETTLED,2024-02-08'
    expect(
      await readOne({
        'AccountDetails.csv': '"Membership Status"\n"CURRENT_MEMBER"\n',
        'BillingHistory.csv': `${COLUMNS}\n${trial}\n`,
      }),
    ).toMatchObject({ nextRenewal: '2024-02-08T12:00:00.000Z', status: 'trial' })
    expect(await readOne({ 'BillingHistory.csv': BILLING })).toMatchObject({ status: 'unknown' })
  })
})

const RECORDED = `${RECORDINGS_FOLDER}netflix/export-us-2024`

describe.runIf(existsSync(RECORDED))('a real archive', () => {
  it('should give the four charges that a person counts in its 18 lines', async () => {
    const provider = netflix()
    const bytes = await zipFolder(RECORDED)
    const charges = await readDocuments({ bytes, provider, resource: 'charges' })
    const { documents } = await readDocuments({ bytes, provider, resource: 'subscriptions' })

    // One APPROVED line of SUBSCRIPTION each: 8 April (line 5), 8 March (8), 8 February (15), and the
    // captured one of 9 January (16), whose period began the day before.
    expect(list(charges)).toEqual([
      '2024-01-08 7.72 USD subscription paid',
      '2024-02-08 7.72 USD subscription paid',
      '2024-03-08 7.72 USD subscription paid',
      '2024-04-08 7.72 USD subscription paid',
    ])
    const all = Object.values(charges.documents)
    expect(addDecimals(all.map(({ amount }) => String(amount)))).toBe('30.88')
    expect(addDecimals(all.map(({ tax }) => String(tax)))).toBe('2.92')
    expect(charges.invalid).toBe(0)
    expect(documents).toEqual({
      'mine:subscription': {
        currency: 'USD',
        ended: '2024-05-08T12:00:00.000Z',
        interval: 'month',
        nextRenewal: null,
        plan: 'STREAMING ONLY',
        price: '7.72',
        service: 'Netflix',
        source: 'file',
        started: '2024-01-09T12:00:00.000Z',
        status: 'ended',
      },
    })
  })
})
