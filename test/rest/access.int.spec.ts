import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RestTest } from './createRestTest.js'

import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from './createRestTest.js'

const ROUTES = [
  ['GET', '/sync/status'],
  ['GET', '/sync/history'],
  ['GET', '/sync/events'],
  ['GET', '/sync/logs'],
  ['GET', '/sync/logs/1'],
  ['POST', '/sync/trigger'],
  ['POST', '/sync/logs/1/cancel'],
  ['POST', '/sync/logs/1/retry'],
  ['POST', '/sync/refresh'],
] as const

/** Enters the admin panel and may not see its syncs. */
const STRANGER = 'stranger@example.com'

/** What a route needs to get past its authorisation. */
const bodyFor = (method: string) => (method === 'POST' ? { provider: 'test' } : undefined)

describe('the routes, as the plugin comes', () => {
  let rest: RestTest
  let memberToken: string

  beforeAll(async () => {
    rest = await createRestTest()
    memberToken = await rest.signIn('members')
  })

  afterAll(() => rest.close())

  it.each(ROUTES)('should ask whoever is not signed in to do so: %s %s', async (method, path) => {
    const { body, status } = await rest.ask({ body: bodyFor(method), method, path, token: null })

    expect({ body, status }).toEqual({
      body: { errors: [{ code: 'UNAUTHENTICATED', message: 'Sign in first.' }] },
      status: 401,
    })
  })

  it.each(ROUTES)('should not know a token that is made up: %s %s', async (method, path) => {
    const { status } = await rest.ask({ body: bodyFor(method), method, path, token: 'made.up' })

    expect(status).toBe(401)
  })

  it.each(ROUTES)(
    'should refuse a user who may not enter the admin panel: %s %s',
    async (method, path) => {
      const { body, status } = await rest.ask({
        body: bodyFor(method),
        method,
        path,
        token: memberToken,
      })

      expect(status).toBe(403)
      expect(body).toEqual({
        errors: [{ code: 'FORBIDDEN', message: 'You are not allowed to perform this action.' }],
      })
    },
  )

  it('should queue nothing for somebody it refuses', async () => {
    await rest.trigger({ provider: 'test' }, { token: memberToken })
    await rest.trigger({ provider: 'test' }, { token: null })

    expect(await rest.payload.count({ collection: testSlugs.syncLogs })).toEqual({ totalDocs: 0 })
  })

  it('should tell nobody who is not allowed what is wrong with a request', async () => {
    const { status } = await rest.trigger('not JSON', { token: memberToken })

    expect(status).toBe(403)
  })

  it('should let nobody keep an answer', async () => {
    const { headers } = await rest.ask({ path: '/sync/status' })

    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('should not answer another method', async () => {
    const { status } = await rest.ask({ path: '/sync/trigger' })

    expect(status).toBe(404)
  })
})

describe("the routes, with access of the project's own", () => {
  let rest: RestTest
  let memberToken: string

  beforeAll(async () => {
    rest = await createRestTest({
      options: {
        access: {
          trigger: ({ req }) => req.user?.collection === 'members',
          // A check may ask a database first.
          view: ({ req }) =>
            Promise.resolve(req.user?.collection === 'users' && req.user.email !== STRANGER),
        },
      },
    })
    memberToken = await rest.signIn('members')
  })

  afterAll(() => rest.close())

  it('should let those start a sync whom it says', async () => {
    const asMember = await rest.trigger({ provider: 'test' }, { token: memberToken })
    const asUser = await rest.trigger({ provider: 'test' })

    expect(asMember.status).toBe(202)
    expect(asUser.status).toBe(403)
  })

  it.each(['/sync/status', '/sync/logs', '/sync/logs/1'])(
    'should let those read %s whom it says',
    async (path) => {
      const asMember = await rest.ask({ path, token: memberToken })
      const asUser = await rest.ask({ path })

      expect(asMember.status).toBe(403)
      expect(asUser.status).not.toBe(403)
    },
  )

  it.each(['syncIssues', 'syncLogs', 'syncRecords', 'syncStates'] as const)(
    'should hide %s from whom it lets not see the view',
    async (key) => {
      const path = `/${testSlugs[key]}`
      const stranger = await rest.signIn('users', STRANGER)

      expect((await rest.ask({ path })).status).toBe(200)
      expect((await rest.ask({ path, token: stranger })).status).toBe(403)
    },
  )
})
