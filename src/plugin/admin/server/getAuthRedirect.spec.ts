import type { SanitizedConfig } from 'payload'

import { expect, it } from 'vitest'

import { getAuthRedirect } from './getAuthRedirect.js'

const config = {
  admin: { routes: { login: '/login', unauthorized: '/unauthorized' } },
  routes: { admin: '/cms' },
} as unknown as SanitizedConfig

it('should send a stranger to sign in and back', () => {
  expect(getAuthRedirect({ config, hasUser: false, path: '/sync' })).toBe(
    '/cms/login?redirect=%2Fcms%2Fsync',
  )
})

it('should send a user without access to "unauthorized"', () => {
  expect(getAuthRedirect({ config, hasUser: true, path: '/sync' })).toBe(
    '/cms/unauthorized?redirect=%2Fcms%2Fsync',
  )
})
