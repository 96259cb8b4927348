import type { PriceChange } from './Spending.js'

import { toDecimal } from '../money/decimals.js'

type Row = Record<string, unknown>

/**
 * Where what a service charged for a subscription became another amount, the newest first. Rows
 * are paid charges in the order of their days. What costs nothing, as a trial, is no price.
 */
export const findChanges = (rows: readonly Row[]): PriceChange[] => {
  const last = new Map<string, string>()
  const changes: PriceChange[] = []
  for (const { amount, chargedAt, currency, service, subscription } of rows) {
    const to = toDecimal(String(amount))
    if (to === undefined || Number(to) <= 0) {
      continue
    }
    const key = JSON.stringify([subscription ?? service, service, currency])
    const from = last.get(key)
    last.set(key, to)
    if (from !== undefined && from !== to) {
      changes.push({
        currency: String(currency),
        day: String(chargedAt).slice(0, 10),
        from,
        service: String(service),
        to,
      })
    }
  }
  return changes.reverse()
}
