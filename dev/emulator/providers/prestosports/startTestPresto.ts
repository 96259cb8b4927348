import type { Emulator } from '../../Emulator.js'
import type { Json, Row } from '../../json.js'
import type { Account } from './limits/createAccounts.js'
import type { PrestoOptions } from './PrestoState.js'

import { isRow, jsonText } from '../../json.js'
import { startTestEmulator } from '../../startTestEmulator.js'
import { PREFIX } from './createPrestoSports.js'

export type TestAnswer = { body: Row; data: Json; rows: () => Row[]; status: number }

export type TestPresto = {
  /** The first person: of a baseball team. */
  account: Account
  emulator: Emulator
  /** Asks below the base with a given token, or signs the first person in. */
  get: (path: string, token?: string) => Promise<TestAnswer>
  post: (path: string, body: Row) => Promise<TestAnswer>
  /** Signs somebody in and gives the answer. */
  signIn: (account?: Account) => Promise<Row>
}

/** A Wednesday within the baseball season. */
export const MIDWEEK = '2026-04-15T12:00:00Z'

/** An emulator with a frozen clock, asked as PrestoSports. It ends with the test. */
export const startTestPresto = async ({
  now = MIDWEEK,
  ...prestosports
}: { now?: string } & PrestoOptions = {}): Promise<TestPresto> => {
  const { emulator } = await startTestEmulator({
    now,
    prestosports: { teams: 4, weeksAhead: 1, weeksBack: 1, ...prestosports },
  })
  const [account] = emulator.prestosports.accounts.list.values()

  const ask = async (path: string, init: RequestInit): Promise<TestAnswer> => {
    const response = await fetch(`${emulator.url}${PREFIX}${path}`, init)
    const json: unknown = await response.json()
    const body = isRow(json) ? json : {}
    return {
      body,
      data: body.data ?? null,
      rows: () => {
        if (!Array.isArray(body.data)) {
          throw new Error(`No list in ${JSON.stringify(body).slice(0, 300)}`)
        }
        return body.data.filter(isRow)
      },
      status: response.status,
    }
  }
  const post: TestPresto['post'] = (path, body) =>
    ask(path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      method: 'POST',
    })
  const signIn: TestPresto['signIn'] = async ({ password, username } = account!) =>
    (await post('/auth/token', { password, username })).body

  return {
    account: account!,
    emulator,
    get: async (path, token) => {
      const authorization = `Bearer ${token ?? jsonText((await signIn()).idToken)}`
      return await ask(path, { headers: { authorization } })
    },
    post,
    signIn,
  }
}
