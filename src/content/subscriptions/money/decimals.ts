/** A decimal as JSON and people write it. */
const DECIMAL = /^([+-]?)(\d{1,24})(?:\.(\d{0,24}))?(?:e([+-]?\d{1,2}))?$/i

/** Money is written with at least so many decimals. */
const LEAST_DECIMALS = 2

/** A decimal without rounding: `units` × 10^-`scale`. */
type Exact = { scale: number; units: bigint }

const parse = (value: number | string): Exact | undefined => {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    DECIMAL.exec(String(value).trim()) ?? []
  if (sign === undefined) {
    return undefined
  }
  const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`)
  const scale = fraction.length - Number(exponent)
  return scale < 0 ? { scale: 0, units: units * 10n ** BigInt(-scale) } : { scale, units }
}

const write = ({ scale, units }: Exact): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  const isNegative = units < 0n
  return `${isNegative ? '-' : ''}${whole}.${fraction.padEnd(LEAST_DECIMALS, '0')}`
}

/**
 * A number or text as the exact decimal that this kit stores: at least two decimals, and no zeros
 * behind that say nothing. `12.5`, `"12.50"` and `1.25e1` become `12.50`, and
 * `"0.34090000000000000"` becomes `0.3409`. `undefined` for what is no decimal. A number is taken
 * by the digits that JavaScript writes it with, which are those that JSON sent up to 15 of them.
 */
export const toDecimal = (value: number | string): string | undefined => {
  const exact = parse(value)
  return exact && write(exact)
}

const add = (a: Exact, b: Exact): Exact => {
  const scale = Math.max(a.scale, b.scale)
  const raise = ({ scale: own, units }: Exact): bigint => units * 10n ** BigInt(scale - own)
  return { scale, units: raise(a) + raise(b) }
}

/**
 * The exact sum of decimals; `0.00` of none.
 *
 * @throws RangeError when one of them is no decimal
 */
export const addDecimals = (values: readonly (number | string)[]): string =>
  write(
    values.reduce<Exact>(
      (sum, value) => {
        const exact = parse(value)
        if (!exact) {
          throw new RangeError(`This is no decimal: ${String(value).slice(0, 50)}`)
        }
        return add(sum, exact)
      },
      { scale: 0, units: 0n },
    ),
  )

type ScaleDecimalArgs = {
  by: number
  /** How many decimals are left. At least two. @default 2 */
  decimals?: number
  over: number
  value: string
}

/**
 * A decimal times a fraction of whole numbers, rounded half up: what a price a year is a month.
 */
export const scaleDecimal = ({
  by,
  decimals = LEAST_DECIMALS,
  over,
  value,
}: ScaleDecimalArgs): string | undefined => {
  const exact = parse(value)
  if (!exact || !Number.isSafeInteger(by) || !Number.isSafeInteger(over) || over <= 0) {
    return undefined
  }
  const scale = Math.max(decimals, LEAST_DECIMALS)
  const above = exact.units * BigInt(by) * 10n ** BigInt(scale)
  const below = BigInt(over) * 10n ** BigInt(exact.scale)
  const isNegative = above < 0n
  const rounded = ((isNegative ? -above : above) * 2n + below) / (below * 2n)
  return write({ scale, units: isNegative ? -rounded : rounded })
}
