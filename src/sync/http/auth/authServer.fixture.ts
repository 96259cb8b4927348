import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'
import { json, text as readText } from 'node:stream/consumers'
import { z } from 'zod'

import type { HttpAuth } from '../../../sdk/index.js'

import { tokenAuth } from '../../../sdk/index.js'

/** An answer as it is sent. */
type Said = { body: unknown; status: number }

const loginSchema = z.object({ password: z.string(), username: z.string() })
const renewSchema = z.object({ refreshToken: z.string() })

type Account = {
  /** Whether sign-ins and renewals are refused from now on. */
  isRevoked: boolean
  password: string
}

/**
 * A server at which people sign in for tokens that run out. Refresh tokens are good for one renewal;
 * with `graceUses` for so many more.
 */
export const startAuthServer = async ({ graceUses = 0, seconds = 3600 } = {}) => {
  const accounts = new Map<string, Account>()
  const access = new Map<string, string>()
  const refresh = new Map<string, { username: string; uses: number }>()
  const log: string[] = []
  const gates = new Map<string, Promise<void>>()
  const answers = new Map<string, Said>()
  const issued: string[] = []
  let count = 0

  const issue = (username: string): Said => {
    count += 1
    const token = `access-${username}-${count}-"quoted"/+`
    const refreshToken = `refresh-${username}-${count}-"quoted"/+`
    access.set(token, username)
    refresh.set(refreshToken, { username, uses: 1 })
    issued.push(token, refreshToken)
    return { body: { refreshToken, seconds, token }, status: 200 }
  }

  const login = (body: unknown): Said => {
    const { password, username } = loginSchema.parse(body)
    log.push(`login ${username}`)
    const account = accounts.get(username)
    return account?.password === password && !account.isRevoked
      ? issue(username)
      : { body: { message: `Wrong password ${password} of ${username}` }, status: 401 }
  }

  const renew = (body: unknown): Said => {
    const { refreshToken } = renewSchema.parse(body)
    const known = refresh.get(refreshToken)
    log.push(`renew ${known?.username ?? 'nobody'}`)
    if (!known || known.uses <= -graceUses || accounts.get(known.username)?.isRevoked) {
      return { body: { error: 'x', error_description: 'Unknown refresh token' }, status: 400 }
    }
    known.uses -= 1
    return issue(known.username)
  }

  const get = (request: IncomingMessage): Said => {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    const username = access.get(token)
    log.push(`get ${username ?? 'nobody'}`)
    if (username === undefined) {
      return { body: { message: 'Token expired' }, status: 401 }
    }
    return answers.get(username) ?? { body: { n: 1, records: [] }, status: 200 }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? ''
    const body: unknown = request.method === 'POST' ? await json(request) : await readText(request)
    const said = path === '/login' ? login(body) : path === '/renew' ? renew(body) : get(request)
    await gates.get(path)
    const forced = answers.get(path)
    response.statusCode = forced?.status ?? said.status
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(forced?.body ?? said.body))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    /** Answers `/login`, `/renew` or everything else of a user with this from now on. */
    answer: (what: string, said: Said | undefined) => {
      if (said) {
        answers.set(what, said)
      } else {
        answers.delete(what)
      }
    },
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    /** How often something was asked for: `login ann`. */
    count: (what: string) => log.filter((entry) => entry === what).length,
    /** Makes every access token that was given so far a thing of the past. */
    expire: () => access.clear(),
    /** Holds answers of a path back until it is called. */
    hold: (path: string): (() => void) => {
      let open = (): void => undefined
      gates.set(
        path,
        new Promise<void>((resolve) => {
          open = () => {
            gates.delete(path)
            resolve()
          }
        }),
      )
      return open
    },
    /** Every token that was ever given. */
    issued,
    log,
    /** Lets a user sign in, with this password from now on. */
    register: (username: string, password: string) => {
      accounts.set(username, { isRevoked: false, password })
    },
    /** Refuses sign-ins and renewals of a user, and his present token. */
    revoke: (username: string) => {
      const account = accounts.get(username)
      if (account) {
        account.isRevoked = true
      }
      for (const [token, owner] of access) {
        if (owner === username) {
          access.delete(token)
        }
      }
    },
  }
}

const answerSchema = z
  .object({ refreshToken: z.string().optional(), seconds: z.number(), token: z.string() })
  .transform(({ refreshToken, seconds, token }) => ({
    expiresInMs: seconds * 1000,
    refreshToken,
    token,
  }))

type ToTokenAuthArgs = { password: string; username: string }

/** How one signs in at the server. */
export const toTokenAuth = ({ password, username }: ToTokenAuthArgs): HttpAuth =>
  tokenAuth({
    answer: answerSchema,
    forbidden: ({ body }) => JSON.stringify(body).includes('Access denied for user'),
    login: { body: { json: { password, username } }, path: '/login' },
    refresh: (refreshToken) => ({ body: { json: { refreshToken } }, path: '/renew' }),
  })
