import { readPositive } from './readPositive.js'

type ToCountArgs = {
  /** In `npm run test:long`, unless `--count` says another. */
  long: number
  /** In `npm test`, where all suites together have minutes. */
  short: number
}

/** How many cases a suite tries. A file that calls this is one of those that `test:long` runs. */
export const toCount = ({ long, short }: ToCountArgs): number =>
  readPositive('LONG_COUNT') ?? (process.env.LONG === 'true' ? long : short)
