import { onTestFinished } from 'vitest'

import type { Emulator } from './Emulator.js'
import type { Json, Row } from './json.js'

import { isRow } from './json.js'
import { type EmulatorOptions, startEmulator } from './startEmulator.js'
import { createClock } from './world/createClock.js'
import { createWorld } from './world/createWorld.js'

export type TestAnswer = {
  body: Row
  headers: Headers
  /** Rows of `data`; fails when `data` is no list. */
  rows: () => Row[]
  status: number
}

export type TestEmulator = {
  /** Posts to a control endpoint. */
  control: (path: string, body: Row) => Promise<TestAnswer>
  emulator: Emulator
  /** Asks with a token; a path may also be a whole URL, such as a `next_page`. */
  get: (path: string) => Promise<TestAnswer>
  /** Every page, by following a link or a cursor to the end. */
  getAll: (path: string, by: 'next_cursor' | 'next_page') => Promise<Row[]>
}

/** The end of the 2024-25 season: everything of it is finished, nothing is live. */
export const AFTER_THE_SEASON = '2025-06-15T12:00:00Z'

/**
 * An emulator with a frozen clock over the English and the European part of the demo set. It ends
 * with the test.
 */
export const startTestEmulator = async ({
  now = AFTER_THE_SEASON,
  ...options
}: { now?: string } & EmulatorOptions = {}): Promise<TestEmulator> => {
  world ??= createWorld({ set: { files: ['2023-24/en.1', '2024-25/en.1', '2024-25/uefa.cl'] } })
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const emulator = await startEmulator({ clock, world, ...options })
  onTestFinished(emulator.close)

  const get = async (path: string): Promise<TestAnswer> =>
    toAnswer(await fetch(new URL(path, emulator.url), { headers: { authorization: 'token' } }))

  return {
    control: async (path, body) =>
      toAnswer(
        await fetch(new URL(`/_emulator/${path}`, emulator.url), {
          body: JSON.stringify(body),
          method: 'POST',
        }),
      ),
    emulator,
    get,
    getAll: async (path, by) => {
      const rows: Row[] = []
      let next: null | string = path
      while (next !== null) {
        const answer: TestAnswer = await get(next)
        rows.push(...answer.rows())
        const { pagination } = answer.body
        next = nextPath({ by, pagination, path })
      }
      return rows
    },
  }
}

let world: EmulatorOptions['world']

const nextPath = ({
  by,
  pagination,
  path,
}: {
  by: 'next_cursor' | 'next_page'
  pagination: Json | undefined
  path: string
}): null | string => {
  const value = isRow(pagination) ? pagination[by] : null
  if (typeof value !== 'string') {
    return null
  }
  return value.startsWith('http')
    ? value
    : `${path}${path.includes('?') ? '&' : '?'}cursor=${value}`
}

const toAnswer = async (response: Response): Promise<TestAnswer> => {
  const json: unknown = await response.json()
  const body = isRow(json) ? json : { list: json as Json }
  return {
    body,
    headers: response.headers,
    rows: () => {
      if (!Array.isArray(body.data)) {
        throw new Error(`No list of rows in ${JSON.stringify(body).slice(0, 300)}`)
      }
      return body.data.filter(isRow)
    },
    status: response.status,
  }
}
