/** A sign or a bracket, a currency, the digits, and the same behind them. */
const AMOUNT =
  /^(?<before>[-+(]?)\s*(?:(?:\p{L}{0,3}\p{Sc}|\p{L}{1,4}\.?)\s*)?(?<inner>[-+]?)(?<digits>\d+(?:[.,'\s]\d+)*)[.,]?\s*(?:\p{L}{0,3}\p{Sc}|\p{L}{1,4}\.?)?(?<behind>[-+)]?)$/u

/** Digits in groups, or without any. */
const WHOLE = /^\d+$|^\d{1,3}(?:[.,'\s]\d{2,3})+$/

const AROUND = /^'|'$/g

type ReadDecimalArgs = {
  /** Three letters of ISO 4217. Of one without decimals `1.490` is a thousand and more. */
  currency?: string | undefined
  text: string
}

/**
 * An amount as people write it in any country, as a plain decimal: `$1,299.00`, `1.299,00 €`,
 * `'-0.7'`, `1'299.00`, `(5.00)` and `￥1,490` become `1299.00`, `1299.00`, `-0.7`, `1299.00`,
 * `-5.00` and `1490`. `undefined` for what is no amount. No digit is lost or rounded.
 */
export const readDecimal = ({ currency, text }: ReadDecimalArgs): string | undefined => {
  const plain = text
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replaceAll('−', '-')
    .trim()
  const { before, behind, digits, inner } = AMOUNT.exec(plain.replace(AROUND, ''))?.groups ?? {}
  if (digits === undefined) {
    return undefined
  }
  const point = findPoint({ currency, digits })
  const whole = point < 0 ? digits : digits.slice(0, point)
  const fraction = point < 0 ? '' : digits.slice(point + 1)
  if (!WHOLE.test(whole) || !/^\d*$/.test(fraction)) {
    return undefined
  }
  const isNegative = [before, behind, inner].some((sign) => sign === '-' || sign === '(')
  return `${isNegative ? '-' : ''}${whole.replace(/\D/g, '')}${fraction && `.${fraction}`}`
}

type FindPointArgs = { currency: string | undefined; digits: string }

/** Where the decimals begin; -1 where there are none, and what looks so separates thousands. */
const findPoint = ({ currency, digits }: FindPointArgs): number => {
  const [comma, dot] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma >= 0 && dot >= 0) {
    return Math.max(comma, dot)
  }
  const at = Math.max(comma, dot)
  if (at < 0) {
    return -1
  }
  const isOnce = digits.indexOf(digits[at]!) === at
  const isGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
  const decimals = countDecimals(currency)
  // Programs write a point and any number of decimals; three behind a comma are thousands.
  const isThousands = isGroup && (decimals === 0 || (comma >= 0 && decimals !== 3))
  return !isOnce || isThousands ? -1 : at
}

/** `undefined` for no currency, or one nobody knows. */
const countDecimals = (currency: string | undefined): number | undefined => {
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) {
    return undefined
  }
  return new Intl.NumberFormat('en', { currency, style: 'currency' }).resolvedOptions()
    .maximumFractionDigits
}
