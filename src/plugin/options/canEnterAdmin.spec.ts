import type { PayloadRequest } from 'payload'

import { describe, expect, it } from 'vitest'

import { canEnterAdmin } from './canEnterAdmin.js'

type AskArgs = { admin?: () => boolean; user: { collection: string } | null }

/** A project whose admin users are `users`, with a rule of its own for who of them may enter. */
const ask = async ({ admin, user }: AskArgs): Promise<boolean> => {
  const config = { admin: { user: 'users' }, routes: { api: '/api' } }
  const collections = { members: { config: {} }, users: { config: { access: { admin } } } }
  const req = { payload: { collections, config, find: () => ({ docs: [] }) }, user }
  return await canEnterAdmin({ req: req as unknown as PayloadRequest })
}

describe('canEnterAdmin', () => {
  it('should say yes to a user of the admin collection', async () => {
    expect(await ask({ admin: () => true, user: { collection: 'users' } })).toBe(true)
  })

  it('should say no to a user whom the project keeps out of its admin panel', async () => {
    expect(await ask({ admin: () => false, user: { collection: 'users' } })).toBe(false)
  })

  it('should say no to a user of another collection', async () => {
    expect(await ask({ user: { collection: 'members' } })).toBe(false)
  })

  it('should say no to nobody, also in a project that has no users yet', async () => {
    expect(await ask({ user: null })).toBe(false)
  })
})
