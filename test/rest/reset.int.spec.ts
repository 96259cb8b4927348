import { afterAll, beforeAll, expect, it } from 'vitest'

import type { RestTest } from './createRestTest.js'

import { getAdapter } from '../../src/sync/store/Database.js'
import { createRestTest } from './createRestTest.js'

const PATH = '/sync/providers/test/reset'
const MANAGER = 'manager@example.com'

let rest: RestTest

beforeAll(async () => {
  rest = await createRestTest({
    options: { access: { manage: ({ req }) => req.user?.email === MANAGER } },
  })
})

afterAll(() => rest.close())

it('should reset a provider for those who may make schedules', async () => {
  const { pool } = getAdapter(rest.payload)
  await pool.query(`insert into sync_quotas (provider, connection, name, blocked_until)
    values ('test', 'default', 'day', now() + interval '1 hour')`)
  const { body, status } = await rest.ask({
    method: 'POST',
    path: PATH,
    token: await rest.signIn('users', MANAGER),
  })

  expect({ body, status }).toEqual({ body: { breakers: 0, quotas: 1, runs: 0 }, status: 200 })
  const { rows } = await pool.query('select 1 from sync_quotas')
  expect(rows).toEqual([])
})

it('should refuse everybody else, and a provider that nobody knows', async () => {
  const ask = (token: null | string, path = PATH) => rest.ask({ method: 'POST', path, token })

  expect((await ask(await rest.signIn('users'))).status).toBe(403)
  expect((await ask(null)).status).toBe(401)
  const manager = await rest.signIn('users', MANAGER)
  expect((await ask(manager, '/sync/providers/nobody/reset')).status).toBe(404)
})
