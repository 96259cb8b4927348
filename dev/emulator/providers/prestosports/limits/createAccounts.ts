import type { CollegeWorld } from '../../../world/college/types.js'
import type { Clock } from '../../../world/createClock.js'

import { hash } from '../../../world/hash.js'
import { RefusedError } from '../RefusedError.js'
import { createIdToken, readIdToken } from './tokens.js'

export type Account = {
  /** What was asked for with a token of this person, by path below the base. */
  asked: Map<string, number>
  /** Nobody gave this person a season: events and rosters are refused, and re-login does not help. */
  isDenied: boolean
  /** No refresh goes through. */
  isRefreshFailing: boolean
  /** Neither password nor any token is good any more. */
  isRevoked: boolean
  /** Answers to a refresh come without a new refresh token. */
  keepsRefreshToken: boolean
  /** Refused ones included. */
  logins: number
  password: string
  refreshes: number
  /** A refresh token works once. */
  rotates: boolean
  teamIds: string[]
  username: string
}

type Issued = { expirationTimeInSeconds: number; idToken: string; refreshToken?: string }

export type Accounts = {
  /** Who holds this token. Throws `RefusedError`. */
  authorize: (authorization: string | undefined) => Account
  /** Every token that was ever given, of both kinds. */
  issued: string[]
  /** Seconds that a token is good for. */
  lifeSeconds: number
  /** By name, in the order of the teams. */
  list: ReadonlyMap<string, Account>
  login: (args: { password: unknown; username: unknown }) => Issued
  refresh: (args: { refreshToken: unknown }) => Issued
}

/**
 * One person for each team, `coach01@college.example` and so on, baseball first. All counts are
 * kept from the start.
 */
export const createAccounts = ({
  clock,
  world,
}: {
  clock: Clock
  world: CollegeWorld
}): Accounts => {
  const list = new Map(
    [...world.teams.keys()].map((teamId, index) => {
      const account = createAccount({ index, teamId })
      return [account.username, account]
    }),
  )
  const refreshTokens = new Map<string, Account>()
  let count = 0

  const issue = ({ account, isNew }: { account: Account; isNew: boolean }): Issued => {
    count += 1
    const exp = Math.floor(clock.now().getTime() / 1000) + accounts.lifeSeconds
    const idToken = createIdToken({ email: account.username, exp, jti: count })
    const refreshToken = `refresh-${hash(`${account.username}|${count}`).toString(36)}-${count}`
    const issued = { expirationTimeInSeconds: accounts.lifeSeconds, idToken }
    accounts.issued.push(idToken)
    if (!isNew && account.keepsRefreshToken) {
      return issued
    }
    refreshTokens.set(refreshToken, account)
    accounts.issued.push(refreshToken)
    return { ...issued, refreshToken }
  }

  const accounts: Accounts = {
    authorize: (authorization = '') => {
      const claims = readIdToken(authorization.replace(/^Bearer /, ''))
      const account = list.get(claims?.email ?? '')
      if (!claims || !account || account.isRevoked) {
        throw new RefusedError({ message: 'Unauthorized', status: 401 })
      }
      if (claims.exp * 1000 <= clock.now().getTime()) {
        throw new RefusedError({ message: 'The incoming token has expired', status: 401 })
      }
      return account
    },
    issued: [],
    lifeSeconds: 3600,
    list,
    login: ({ password, username }) => {
      const account = typeof username === 'string' ? list.get(username) : undefined
      if (account) {
        account.logins += 1
      }
      if (!account || account.isRevoked || account.password !== password) {
        throw new RefusedError({
          description: 'Incorrect username or password.',
          message: 'NotAuthorizedException',
          status: 401,
        })
      }
      return issue({ account, isNew: true })
    },
    refresh: ({ refreshToken }) => {
      const account = typeof refreshToken === 'string' ? refreshTokens.get(refreshToken) : undefined
      if (account) {
        account.refreshes += 1
      }
      if (!account || account.isRevoked || account.isRefreshFailing) {
        throw new RefusedError({
          description: 'Refresh Token has been revoked',
          message: 'NotAuthorizedException',
          status: 401,
        })
      }
      if (account.rotates && !account.keepsRefreshToken) {
        refreshTokens.delete(String(refreshToken))
      }
      return issue({ account, isNew: false })
    },
  }
  return accounts
}

const createAccount = ({ index, teamId }: { index: number; teamId: string }): Account => {
  const name = `coach${String(index + 1).padStart(2, '0')}`
  return {
    asked: new Map(),
    isDenied: false,
    isRefreshFailing: false,
    isRevoked: false,
    // Some of each kind, so that a client meets both.
    keepsRefreshToken: index % 3 === 1,
    logins: 0,
    password: `Pass "${name}" & <more>/${hash(name).toString(36)}`,
    refreshes: 0,
    rotates: index % 3 === 2,
    teamIds: [teamId],
    username: `${name}@college.example`,
  }
}
