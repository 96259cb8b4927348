import type { Billing, BillingRow } from './readPeriods.js'

/** One thing that was paid, or paid back. */
export type FoundCharge = {
  isRefund: boolean
  /** Tells it from all others of the same account. */
  key: string
  row: BillingRow
}

/** Says only that a card is good. */
const CHECKS = new Set(['VALIDATE', 'VERIFY'])

const REFUNDS = /REFUND|CREDIT|CHARGEBACK/

/** Of several approved lines of one period, the one that moved the money. */
const BEST = ['CAPTURE', 'SALE', 'RECOVERY', 'CHARGE']

/**
 * What a billing history says was paid: one charge for each period that has an approved line.
 *
 * There are many lines for one bill: one for each state it went through, and those of the payment,
 * which name no period. A first bill is charged and captured. A card that was declined is followed
 * by a recovery within the same period. A line of type `VALIDATE` checks a card, and a free trial
 * has no status at all: neither is a charge, and nor is what cost nothing.
 */
export const findCharges = ({ periods, rest }: Billing): FoundCharge[] => {
  const charges: FoundCharge[] = []
  const refunds: FoundCharge[] = []
  for (const { key, rows } of periods) {
    const approved = rows.filter(({ type, status }) => status === 'APPROVED' && !CHECKS.has(type))
    const [paid] = approved
      .filter(({ type, amount }) => !REFUNDS.test(type) && !isNothing(amount))
      .sort((a, b) => rank(a) - rank(b))
    if (paid) {
      charges.push({ isRefund: false, key, row: paid })
    }
    refunds.push(...toRefunds({ key, rows: approved }))
  }
  const known = new Set(refunds.map(({ row }) => toTrace(row)))
  const others = rest.filter(
    (row) => row.status === 'APPROVED' && REFUNDS.test(row.type) && !known.has(toTrace(row)),
  )
  return [...charges, ...refunds, ...toRefunds({ key: 'payment', rows: others })]
}

const rank = ({ type, isSettled }: BillingRow): number => {
  const place = BEST.indexOf(type)
  return (place < 0 ? BEST.length : place) + (isSettled ? 0 : 100)
}

const isNothing = (amount: string | undefined): boolean =>
  amount !== undefined && /^-?0*(?:\.0*)?$/.test(amount)

/** The same refund, as a line with a period and one without. */
const toTrace = ({ amount, date }: BillingRow): string => `${date} ${amount?.replace('-', '')}`

type ToRefundsArgs = { key: string; rows: readonly BillingRow[] }

const toRefunds = ({ key, rows }: ToRefundsArgs): FoundCharge[] => {
  const found = new Map<string, FoundCharge>()
  for (const row of rows) {
    if (REFUNDS.test(row.type) && !isNothing(row.amount)) {
      const own = `${key}:refund:${row.date}:${row.amount?.replace('-', '')}`
      found.set(own, { isRefund: true, key: own, row })
    }
  }
  return [...found.values()]
}
