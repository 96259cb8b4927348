import type { Plan, ValueNode, Values } from '../plan/Plan.js'

import { GiveUpError } from '../GiveUpError.js'
import { readPath } from './readPath.js'

/** Values of a row by their names in the adapter's table; what is `undefined` was not said. */
export type Row = Record<string, unknown>

type ToRowArgs = {
  /** What the row holds of which nothing is said. @default nothing */
  before?: Row
  document: Values
  plan: Plan
}

/**
 * A document as a row of its table, each value as JSON holds it and as it comes back from there.
 *
 * @throws GiveUpError for a value that the database would make something else of
 */
export const toRow = ({ before, document, plan }: ToRowArgs): Row => {
  const row = { ...(before ?? toBlank(plan)) }
  for (const node of plan.columns) {
    const value = readPath({ document, path: node.path })
    if (value !== undefined) {
      row[node.key] = value === null ? null : toStored({ node, value })
    }
  }
  return row
}

const blanks = new WeakMap<Plan, Row>()

/** A row of which nothing is said, to be copied: that is a fraction of adding each column. */
const toBlank = (plan: Plan): Row => {
  const known = blanks.get(plan)
  if (known) {
    return known
  }
  const blank = Object.fromEntries(plan.columns.map(({ key }) => [key, undefined]))
  blanks.set(plan, blank)
  return blank
}

/** A moment with its offset, in years of four digits and no finer than the column. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/
const FIRST_SAFE_YEAR = 1900

type ToStoredArgs = { node: ValueNode; value: unknown }

const toStored = ({ node, value }: ToStoredArgs): unknown => {
  switch (node.values) {
    case 'boolean':
      return require({ isRight: typeof value === 'boolean', node, value })
    case 'date':
      return toMoment({ node, value })
    case 'id':
      return toId({ node, value })
    case 'json':
      return toJson({ node, value })
    case 'number':
      // The database knows no negative zero.
      return require({ isRight: Number.isFinite(value), node, value: value === 0 ? 0 : value })
    default:
      return require({ isRight: typeof value === 'string', node, value })
  }
}

type RequireArgs = { isRight: boolean } & ToStoredArgs

const require = ({ isRight, node, value }: RequireArgs): unknown => {
  if (!isRight) {
    throw new GiveUpError(`${node.path.join('.')}: a value of another kind than ${node.values}`)
  }
  return value
}

const toMoment = ({ node, value }: ToStoredArgs): string => {
  const given =
    typeof value === 'number' || value instanceof Date ? new Date(value) : new Date(String(value))
  const isExact = typeof value !== 'string' || MOMENT.test(value)
  const year = given.getUTCFullYear()
  require({ isRight: isExact && year >= FIRST_SAFE_YEAR && year <= 9999, node, value })
  return given.toISOString()
}

const LARGEST_INTEGER = 2_147_483_647

const toId = ({ node, value }: ToStoredArgs): unknown => {
  const isInteger = node.column?.getSQLType() === 'integer'
  return isInteger
    ? require({
        isRight: Number.isInteger(value) && Number(value) > 0 && Number(value) <= LARGEST_INTEGER,
        node,
        value,
      })
    : require({ isRight: typeof value === 'string' && node.type === 'relationship', node, value })
}

const toJson = ({ node, value }: ToStoredArgs): unknown => {
  const text = JSON.stringify(value) as string | undefined
  require({ isRight: text !== undefined && typeof value === 'object', node, value })
  return JSON.parse(text!) as unknown
}
