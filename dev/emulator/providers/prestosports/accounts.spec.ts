import { describe, expect, it } from 'vitest'

import { jsonText } from '../../json.js'
import { startTestPresto } from './startTestPresto.js'

const HOUR_MS = 60 * 60_000

describe('people of the emulated PrestoSports', () => {
  it('should give a token for a password, and take it for an hour of its own clock', async () => {
    const { account, emulator, get, signIn } = await startTestPresto()

    const issued = await signIn()

    expect(issued).toEqual({
      expirationTimeInSeconds: 3600,
      idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refreshToken: expect.any(String),
    })
    const token = jsonText(issued.idToken)
    expect((await get('/me/info', token)).data).toMatchObject({ username: account.username })
    emulator.clock.advance(HOUR_MS)
    expect(await get('/me/info', token)).toMatchObject({ status: 401 })
  })

  it('should refuse wrong passwords, strangers and forged tokens, and count what was tried', async () => {
    const { account, get, post, signIn } = await startTestPresto()
    const { username } = account

    const wrong = await post('/auth/token', { password: 'wrong', username })

    expect(wrong).toMatchObject({
      body: { error_description: 'Incorrect username or password.' },
      status: 401,
    })
    expect(await post('/auth/token', { username: 'nobody' })).toMatchObject({ status: 401 })
    expect(await post('/auth/token', { list: [] })).toMatchObject({ status: 401 })
    const token = jsonText((await signIn()).idToken)
    expect(await get('/me/info', `${token.slice(0, -2)}xx`)).toMatchObject({ status: 401 })
    expect(await get('/me/info', 'none')).toMatchObject({ status: 401 })
    expect(account.logins).toBe(2)
    expect(account.asked.size).toBe(0)
  })

  it('should renew tokens as each person has it: a new one, the same for good, or one for once', async () => {
    const { emulator, get, post, signIn } = await startTestPresto()
    const [plain, keeping, rotating] = [...emulator.prestosports.accounts.list.values()]
    const renew = (refreshToken: unknown) =>
      post('/auth/token/refresh', { refreshToken: String(refreshToken) })
    const tokens = await Promise.all([plain, keeping, rotating].map((one) => signIn(one)))
    emulator.clock.advance(HOUR_MS)

    const renewed = await Promise.all(tokens.map(({ refreshToken }) => renew(refreshToken)))

    for (const { body } of renewed) {
      expect(await get('/me/info', jsonText(body.idToken))).toMatchObject({ status: 200 })
    }
    expect(renewed.map(({ body }) => 'refreshToken' in body)).toEqual([true, false, true])
    const again = await Promise.all(tokens.map(({ refreshToken }) => renew(refreshToken)))
    expect(again.map(({ status }) => status)).toEqual([200, 200, 401])
    expect(await renew(renewed[2]!.body.refreshToken)).toMatchObject({ status: 200 })
    expect([plain, keeping, rotating].map((one) => one?.refreshes)).toEqual([2, 2, 2])
  })

  it('should let a refresh fail, a person be revoked, and a season be nobody’s', async () => {
    const { account, emulator, get, post, signIn } = await startTestPresto()
    const { idToken, refreshToken } = await signIn()
    const season = [...emulator.prestosports.world.seasons.keys()][0]

    account.isDenied = true
    expect(await get(`/seasons/${season}/events`, jsonText(idToken))).toMatchObject({
      body: { message: `Access denied for user: ${account.username}` },
      status: 401,
    })
    expect(await get(`/seasons/${season}`, jsonText(idToken))).toMatchObject({ status: 200 })
    expect(await get('/organizations', jsonText(idToken))).toMatchObject({ status: 200 })

    account.isRefreshFailing = true
    expect(
      await post('/auth/token/refresh', { refreshToken: jsonText(refreshToken) }),
    ).toMatchObject({
      body: { error_description: expect.any(String) },
      status: 401,
    })
    expect(await signIn()).toHaveProperty('idToken')

    account.isRevoked = true
    expect(await signIn()).toHaveProperty('error_description')
    expect(await get('/me/info', jsonText(idToken))).toMatchObject({ status: 401 })
  })

  it('should show a person the own team only, and refuse the season of another sport', async () => {
    const { account, emulator, get } = await startTestPresto()
    const { seasons } = emulator.prestosports.world
    const other = [...seasons.values()].find(({ sport }) => sport === 'sball')

    const teams = (await get('/me/teams')).rows()

    expect(teams).toMatchObject([
      { season: { sport: { sportId: 'bsb' } }, teamId: account.teamIds[0] },
    ])
    expect(await get(`/seasons/${other?.id}/events`)).toMatchObject({
      body: { message: `Access denied for user: ${account.username}` },
    })
    expect(account.asked.get('/me/teams')).toBe(1)
  })

  it('should have a person for each of thirty and more teams, none with the same password', async () => {
    const { emulator } = await startTestPresto({ teams: 32 })
    const people = [...emulator.prestosports.accounts.list.values()]

    expect(people).toHaveLength(36)
    expect(new Set(people.map(({ password }) => password)).size).toBe(36)
    expect(new Set(people.flatMap(({ teamIds }) => teamIds)).size).toBe(36)
  })

  it('should refuse more requests a second than it is told to take', async () => {
    const { emulator, get, signIn } = await startTestPresto({ requestsPerSecond: 2 })

    const token = jsonText((await signIn()).idToken)

    expect(await get('/me/info', token)).toMatchObject({ status: 200 })
    expect(await get('/me/info', token)).toMatchObject({ status: 429 })
    emulator.clock.advance(1000)
    expect(await get('/me/info', token)).toMatchObject({ status: 200 })
  })
})
