import type { Shape } from './readShape.js'

/** Values by path; a path that is not there was not said. */
export type Values = Map<string, unknown>

type FlattenArgs = {
  document: Record<string, unknown>
  /** Whose value of a localized field counts. */
  locale?: string
  shape: Shape
}

/** A document's values by path. Fields the collection does not have are left out. */
export const flatten = ({ document, locale, shape }: FlattenArgs): Values => {
  const values: Values = new Map()
  for (const [path, { isLocalized }] of shape) {
    const value = readPath(document, path.split('.'))
    if (value === undefined) {
      continue
    }
    values.set(path, isLocalized && locale ? pickLocale(value, locale) : value)
  }
  return values
}

/** A group that is `null` as a whole says `null` for each of its fields. */
const readPath = (value: unknown, [key, ...rest]: string[]): unknown => {
  if (key === undefined || value === null) {
    return value
  }
  return typeof value === 'object' && key in value
    ? readPath((value as Record<string, unknown>)[key], rest)
    : undefined
}

const pickLocale = (value: unknown, locale: string): unknown =>
  typeof value === 'object' && value !== null
    ? ((value as Record<string, unknown>)[locale] ?? null)
    : value

/** Values by path as a document again. */
export const unflatten = (values: Values): Record<string, unknown> => {
  const document: Record<string, unknown> = {}
  for (const [path, value] of values) {
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
