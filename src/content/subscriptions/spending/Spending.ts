/** What somebody pays in one currency. Amounts are exact decimals as text. */
export type CurrencyTotal = {
  currency: string
  /** Charged in the twelve months before now, this one included. */
  paidLastYear: string
  /** What renewals come to in a month, by the prices of the subscriptions that run. */
  perMonth: string
  /** The same in a year. */
  perYear: string
}

/** One service in one currency. */
export type ServiceLine = {
  currency: string
  /** Of its document among the subscriptions; `null` for a service that only charges. */
  id: null | number | string
  /** Days between renewals in words are made of these. */
  interval: null | string
  intervalCount: number
  nextRenewal: null | string
  /** As `paidLastYear` of the currency; `null` where no charge is known. */
  paidLastYear: null | string
  perMonth: null | string
  perYear: null | string
  plan: null | string
  price: null | string
  service: string
  /** `null` for a service that only charges, such as an API. */
  status: null | string
}

export type Renewal = {
  currency: null | string
  /** `YYYY-MM-DD`. */
  day: string
  plan: null | string
  price: null | string
  service: string
}

export type PriceChange = {
  currency: string
  /** When the new price was charged first: `YYYY-MM-DD`. */
  day: string
  from: string
  service: string
  to: string
}

/** Sums of a month or a year, one for each currency. */
export type PeriodLine = { period: string; sums: Readonly<Record<string, string>> }

/** What the page shows. */
export type Spending = {
  changes: PriceChange[]
  currencies: CurrencyTotal[]
  /** The last twelve, the newest first; those without charges are there. */
  months: PeriodLine[]
  renewals: Renewal[]
  services: ServiceLine[]
  /** Those with charges, the newest first. */
  years: PeriodLine[]
}
