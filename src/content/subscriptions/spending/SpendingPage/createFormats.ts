type MoneyArgs = { amount: string; currency: string }

/** How amounts and days are written for people. */
export type Formats = {
  /** `+8.3 %` */
  change: (args: { from: string; to: string }) => string
  day: (day: string) => string
  money: (args: MoneyArgs) => string
  month: (month: string) => string
}

const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`)

/** A decimal goes to `Intl` as text, or it would be rounded on its way. */
const asNumeric = (amount: string) => amount as `${number}`

export const createFormats = (language: string): Formats => {
  const day = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    year: 'numeric',
  })
  const month = new Intl.DateTimeFormat(language, {
    month: 'short',
    timeZone: 'UTC',
    year: 'numeric',
  })
  const percent = new Intl.NumberFormat(language, {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
    style: 'percent',
  })
  return {
    change: ({ from, to }) => percent.format((Number(to) - Number(from)) / Number(from)),
    day: (value) => day.format(noon(value)),
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(language, { currency, style: 'currency' }).format(asNumeric(amount)),
    month: (value) => month.format(noon(`${value}-01`)),
  }
}
