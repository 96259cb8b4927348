import { isDeepStrictEqual } from 'node:util'
import { vi } from 'vitest'

import type { JsonObject, Resource, SyncDocument } from '../../sdk/index.js'
import type { CaseCheck } from '../Check.js'

import { isPlainObject } from '../reading/isPlainObject.js'

/** Moments and dice, so far apart that whatever `map` makes of them differs. */
const CIRCUMSTANCES = [
  { now: new Date('2001-02-03T04:05:06Z'), random: 0.1 },
  { now: new Date('2051-07-08T19:20:21Z'), random: 0.9 },
]

/** A key that no system sends. */
const UNKNOWN_KEY = 'nobodyKnowsThisKey'

/**
 * `map` changes nothing it is given, makes the same of the same whatever the time is, and a key
 * that nobody knows changes nothing.
 */
export const checkMap: CaseCheck = ({ clean, open: { resource } }) =>
  clean.scopes.flatMap(({ pages, scope: { key, params } }) =>
    pages
      .flatMap(({ records }) => records)
      .flatMap(({ document, externalId, record }) => {
        const more = isPlainObject(record) ? { ...record, [UNKNOWN_KEY]: 'new' } : record
        const problem =
          findProblem({ document, params, record, resource }) ??
          (isSame({ document, params, record: more, resource })
            ? undefined
            : 'a key that nobody knows changes what becomes of it')
        return problem === undefined
          ? []
          : [`scope ${key}, record ${JSON.stringify(externalId)}: ${problem}`]
      }),
  )

type MapRecordArgs = { params: JsonObject; record: unknown; resource: Resource }

/** Maps copies of a record and of the params, neither of which can be changed. */
const mapRecord = ({ params, record, resource }: MapRecordArgs): SyncDocument =>
  resource.map(freeze(resource.schema.parse(structuredClone(record))), {
    scope: freeze(structuredClone(params)),
  })

const freeze = <TValue>(value: TValue): TValue => {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}

type FindProblemArgs = { document: SyncDocument } & MapRecordArgs

const findProblem = ({ document, ...args }: FindProblemArgs): string | undefined => {
  for (const { now, random } of CIRCUMSTANCES) {
    vi.useFakeTimers({ now, toFake: ['Date'] })
    const dice = vi.spyOn(Math, 'random').mockReturnValue(random)
    try {
      if (!isDeepStrictEqual(mapRecord(args), document)) {
        return '"map" makes another document of it at another time'
      }
    } catch (error) {
      return `"map" cannot do with a record that must not be changed: ${String(error)}`
    } finally {
      dice.mockRestore()
      vi.useRealTimers()
    }
  }
  return undefined
}

/** A schema that refuses the record makes it another one. */
const isSame = ({ document, ...args }: FindProblemArgs): boolean => {
  try {
    return isDeepStrictEqual(mapRecord(args), document)
  } catch {
    return false
  }
}
