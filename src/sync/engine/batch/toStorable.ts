import type { Reference } from '../../../sdk/index.js'
import type { JsonObject, JsonValue } from '../../../shared/json.js'

import { isReference } from '../../../sdk/index.js'
import { cleanText } from '../../../shared/cleanText.js'
import { isUsableId } from '../../../shared/isUsableId.js'

/**
 * Far more than any document has, and far less than the stack of a process or of Postgres holds.
 */
const MOST_LEVELS = 200

type ToStorableArgs = {
  /** Told of every reference, with a stub that can be stored. */
  onReference?: (reference: Reference) => void
  value: Record<string, unknown>
}

/**
 * A mapped document as the database will give it back: JSON, without characters that Postgres
 * cannot hold, its references without their stubs. Keys are in order, so that equal documents are
 * equal texts.
 *
 * @throws Error that names what cannot be stored: a date or number that is none, a reference without
 * a usable id, nesting without end, a promise
 */
export const toStorable = ({ onReference, value }: ToStorableArgs): JsonObject => {
  const converted = convertObject(value, { level: 0, onReference, path: [] })
  if (typeof converted !== 'object' || converted === null || Array.isArray(converted)) {
    throw new Error('it was not mapped to an object')
  }
  return converted
}

/**
 * Where the walk is. There is one for a whole document, which has many values: where each stands is
 * asked for only of what cannot be stored.
 */
type Walk = { level: number; path: string[] } & Pick<ToStorableArgs, 'onReference'>

const nameOf = ({ path }: Walk): string => path.join('.')

/** As `JSON.stringify` and back would make it; `undefined` for what JSON leaves out. */
const convert = (value: unknown, walk: Walk): JsonValue | undefined => {
  switch (typeof value) {
    case 'bigint':
      throw new Error(`its ${nameOf(walk)} is a BigInt, which JSON does not have; map it to text`)
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) {
        throw new Error(`its ${nameOf(walk)} is no number (was ${value})`)
      }
      return value
    case 'object':
      return value === null ? null : convertObject(value, walk)
    case 'string':
      return cleanText(value)
    default:
      return undefined
  }
}

const convertObject = (value: object, walk: Walk): JsonValue | undefined => {
  if (walk.level > MOST_LEVELS) {
    throw new Error(`its ${walk.path[0] ?? ''} is nested more than ${MOST_LEVELS} levels deep`)
  }
  if (value instanceof Promise) {
    throw new Error(`its ${nameOf(walk)} is a promise; what maps must not wait`)
  }
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    throw new Error(`its ${nameOf(walk)} is no date`)
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const said: unknown = value.toJSON(walk.path.at(-1) ?? '')
    walk.level += 1
    const converted = convert(said, walk)
    walk.level -= 1
    return converted
  }
  if (isReference(value)) {
    return convertReference(value, walk)
  }
  walk.level += 1
  const converted = Array.isArray(value) ? convertItems(value, walk) : convertValues(value, walk)
  walk.level -= 1
  return converted
}

const convertItems = (items: readonly unknown[], walk: Walk): JsonValue[] =>
  // Holes are nothing as well.
  Array.from(items, (item, index) => {
    walk.path.push(String(index))
    const converted = convert(item, walk)
    walk.path.pop()
    return converted ?? null
  })

const convertValues = (values: object, walk: Walk): JsonObject => {
  const converted: JsonObject = {}
  for (const name of listKeys(values)) {
    walk.path.push(name)
    const said = convert((values as Record<string, unknown>)[name], walk)
    walk.path.pop()
    if (said !== undefined) {
      setOwn({ name: cleanText(name), said, values: converted })
    }
  }
  return converted
}

/** In order. Most are as they are written down, and `sort` is slow where nothing is to be done. */
const listKeys = (values: object): string[] => {
  const keys = Object.keys(values)
  const isSorted = keys.every((key, index) => index === 0 || keys[index - 1]! < key)
  return isSorted ? keys : keys.sort()
}

type SetOwnArgs = { name: string; said: JsonValue; values: JsonObject }

/** As an assignment, also of the one name that means something else. */
const setOwn = ({ name, said, values }: SetOwnArgs): void => {
  if (name === '__proto__') {
    const descriptor = { configurable: true, enumerable: true, value: said, writable: true }
    Object.defineProperty(values, name, descriptor)
  } else {
    values[name] = said
  }
}

const convertReference = (
  { externalId, kind, resource, stub }: Reference,
  walk: Walk,
): JsonObject => {
  if (!isUsableId(externalId)) {
    const shown = JSON.stringify(externalId)?.slice(0, 100)
    throw new Error(`its ${nameOf(walk)} points to ${resource} without a usable id (was ${shown})`)
  }
  walk.onReference?.({
    externalId,
    kind,
    resource,
    ...(stub && { stub: toStorable({ value: stub }) }),
  })
  // Its keys in order as well.
  return { externalId, kind, resource }
}
