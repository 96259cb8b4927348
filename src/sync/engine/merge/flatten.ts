import type { FieldShape, Shape } from './readShape.js'

/** Values by path; a path that is not there was not said. */
export type Values = Map<string, unknown>

type FlattenArgs = {
  document: Record<string, unknown>
  /** Whose values count where a stored document has one per locale, also inside of rows. */
  locale?: string | undefined
  shape: Shape
}

/**
 * A document's values by path. Fields that the collection, or a row, does not have are left out.
 */
export const flatten = ({ document, locale, shape }: FlattenArgs): Values => {
  const values: Values = new Map()
  for (const at of listPaths(shape).values()) {
    const value = readAt({ at, document, locale })
    if (value !== undefined) {
      values.set(at.path, value)
    }
  }
  return values
}

type ReadValueArgs = { path: string } & FlattenArgs

/** The value that `flatten` finds at a path; `undefined` where there is none. */
export const readValue = ({ document, locale, path, shape }: ReadValueArgs): unknown => {
  const at = listPaths(shape).get(path)
  return at && readAt({ at, document, locale })
}

type ReadAtArgs = { at: ShapePath; locale: string | undefined } & Pick<FlattenArgs, 'document'>

const readAt = ({ at: { field, keys }, document, locale }: ReadAtArgs): unknown => {
  const isPlain = keys.length === 1 && !(locale && field.localeAt !== undefined)
  const value = isPlain ? document[keys[0]!] : readPath({ field, keys, locale, value: document })
  return field.rowShape && value !== undefined ? pickRows({ field, locale, value }) : value
}

type ShapePath = { field: FieldShape; keys: string[]; path: string }

/** Each shape is flattened by many documents. */
const paths = new WeakMap<Shape, ReadonlyMap<string, ShapePath>>()

const listPaths = (shape: Shape): ReadonlyMap<string, ShapePath> => {
  const known = paths.get(shape)
  if (known) {
    return known
  }
  const list = new Map(
    [...shape].map(([path, field]) => [path, { field, keys: path.split('.'), path }] as const),
  )
  paths.set(shape, list)
  return list
}

type ReadPathArgs = {
  at?: number
  field: FieldShape
  keys: string[]
  locale: string | undefined
  value: unknown
}

/** A group that is `null` as a whole says `null` for each of its fields. */
const readPath = ({ at = 0, field, keys, locale, value }: ReadPathArgs): unknown => {
  const key = keys[at]
  if (key === undefined || value === null) {
    return value
  }
  if (!isObject(value) || !(key in value)) {
    return undefined
  }
  const held = value[key]
  const picked = locale && at === field.localeAt ? pickLocale(held, locale) : held
  return readPath({ at: at + 1, field, keys, locale, value: picked })
}

const pickLocale = (value: unknown, locale: string): unknown =>
  isObject(value) ? (value[locale] ?? null) : value

type PickRowsArgs = { field: FieldShape; locale: string | undefined; value: unknown }

/** What Payload knows a row by; all else of it are fields. */
const ROW_KEYS = ['id', 'blockType', 'blockName']

const pickRows = ({ field, locale, value }: PickRowsArgs): unknown =>
  field.rowShape && Array.isArray(value)
    ? value.map((row: unknown) => {
        const shape = isObject(row) ? field.rowShape?.(row.blockType) : undefined
        if (!shape || !isObject(row)) {
          return row
        }
        const kept = ROW_KEYS.filter((key) => key in row).map((key) => [key, row[key]] as const)
        return {
          ...unflatten(flatten({ document: row, locale, shape })),
          ...Object.fromEntries(kept),
        }
      })
    : value

/** Whether a value has keys of its own. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values by path as a document again. */
export const unflatten = (values: Values): Record<string, unknown> => {
  const document: Record<string, unknown> = {}
  for (const [path, value] of values) {
    if (!path.includes('.')) {
      document[path] = value
      continue
    }
    const keys = path.split('.')
    const last = keys.pop()
    let target = document
    for (const key of keys) {
      target[key] ??= {}
      target = target[key] as Record<string, unknown>
    }
    if (last !== undefined) {
      target[last] = value
    }
  }
  return document
}
