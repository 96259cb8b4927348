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
 * cannot hold, its references without their stubs.
 *
 * @throws Error that names what cannot be stored: a date or number that is none, a reference without
 * a usable id, nesting without end, a promise
 */
export const toStorable = ({ onReference, value }: ToStorableArgs): JsonObject => {
  const converted = convert({ key: '', level: 0, onReference, path: '', value })
  if (typeof converted !== 'object' || converted === null || Array.isArray(converted)) {
    throw new Error('it was not mapped to an object')
  }
  return converted
}

type ConvertArgs = {
  key: string
  level: number
  path: string
  value: unknown
} & Pick<ToStorableArgs, 'onReference'>

/** As `JSON.stringify` and back would make it; `undefined` for what JSON leaves out. */
const convert = ({ key, level, onReference, path, value }: ConvertArgs): JsonValue | undefined => {
  if (level > MOST_LEVELS) {
    throw new Error(`its ${path.split('.', 1)[0]} is nested more than ${MOST_LEVELS} levels deep`)
  }
  switch (typeof value) {
    case 'bigint':
      throw new Error(`its ${path} is a BigInt, which JSON does not have; map it to text`)
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) {
        throw new Error(`its ${path} is no number (was ${value})`)
      }
      return value
    case 'object':
      break
    case 'string':
      return cleanText(value)
    default:
      return undefined
  }
  if (value === null) {
    return null
  }
  if (value instanceof Promise) {
    throw new Error(`its ${path} is a promise; what maps must not wait`)
  }
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    throw new Error(`its ${path} is no date`)
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const said: unknown = value.toJSON(key)
    return convert({ key, level: level + 1, onReference, path, value: said })
  }
  if (isReference(value)) {
    return convertReference({ onReference, path, reference: value })
  }
  const next = { level: level + 1, onReference }
  if (Array.isArray(value)) {
    return value.map(
      (item: unknown, index) =>
        convert({ ...next, key: String(index), path: `${path}.${index}`, value: item }) ?? null,
    )
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): [string, JsonValue][] => {
      const inside = path === '' ? name : `${path}.${name}`
      const converted = convert({ ...next, key: name, path: inside, value: item as unknown })
      return converted === undefined ? [] : [[cleanText(name), converted]]
    }),
  )
}

type ConvertReferenceArgs = { path: string; reference: Reference } & Pick<
  ToStorableArgs,
  'onReference'
>

const convertReference = ({
  onReference,
  path,
  reference: { externalId, kind, resource, stub },
}: ConvertReferenceArgs): JsonObject => {
  if (!isUsableId(externalId)) {
    const shown = JSON.stringify(externalId)?.slice(0, 100)
    throw new Error(`its ${path} points to ${resource} without a usable id (was ${shown})`)
  }
  onReference?.({
    externalId,
    kind,
    resource,
    ...(stub && { stub: toStorable({ value: stub }) }),
  })
  return { externalId, kind, resource }
}
