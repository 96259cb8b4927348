import type { Emulator } from '../../Emulator.js'
import type { Json, Row } from '../../json.js'

import { isRow } from '../../json.js'
import { startTestEmulator } from '../../startTestEmulator.js'
import { PREFIX } from './createApiFootball.js'
import { KEY_HEADER } from './limits/checkAccess.js'

export type TestAnswer = {
  body: Row
  errors: Json | undefined
  headers: Headers
  /** Rows of `response`; fails when `response` is no list. */
  rows: () => Row[]
  status: number
}

export type TestApiFootball = {
  emulator: Emulator
  /** Asks for a path below the base URL, with a key unless other headers are given. */
  get: (path: string, init?: RequestInit) => Promise<TestAnswer>
}

/** An emulator with a frozen clock, asked as API-Football. It ends with the test. */
export const startTestApiFootball = async (
  options?: Parameters<typeof startTestEmulator>[0],
): Promise<TestApiFootball> => {
  const { emulator } = await startTestEmulator(options)

  return {
    emulator,
    get: async (path, init = { headers: { [KEY_HEADER]: 'any-key' } }) => {
      const { headers, json, status } = await ask(`${emulator.url}${PREFIX}${path}`, init)
      const body = isRow(json) ? json : {}
      return {
        body,
        errors: body.errors,
        headers,
        rows: () => {
          if (!Array.isArray(body.response)) {
            throw new Error(`No list of rows in ${JSON.stringify(body).slice(0, 300)}`)
          }
          return body.response.filter(isRow)
        },
        status,
      }
    },
  }
}

const ask = async (url: string, init: RequestInit) => {
  const response = await fetch(url, init)
  const json: unknown = await response.json()
  return { headers: response.headers, json, status: response.status }
}
