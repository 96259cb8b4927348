import type { Payload } from 'payload'

import { describe, expect, it } from 'vitest'

import { findSite } from './findSite.js'

const toPayload = (serverURL = '') =>
  ({ config: { routes: { api: '/api' }, serverURL } }) as Payload

type FindArgs = {
  configured?: string
  env?: Partial<NodeJS.ProcessEnv>
  isInServer?: boolean
  path?: string
  serverURL?: string | string[]
}

const find = ({ configured, env = {}, isInServer, path, serverURL }: FindArgs): string[] =>
  findSite({
    env: env as NodeJS.ProcessEnv,
    isInServer,
    path,
    payload: toPayload(configured),
    serverURL,
  }).map(String)

const SERVER = { __NEXT_PRIVATE_ORIGIN: 'http://localhost:3000' }

describe('findSite', () => {
  it('should be found in the config by workers and commands', () => {
    expect(find({ configured: 'https://example.com' })).toEqual([
      'https://example.com/api/sync/revalidate',
    ])
  })

  it('should be the server itself, inside of one', () => {
    const configured = 'https://example.com'
    expect(find({ configured, env: SERVER, isInServer: true })).toEqual([
      'http://localhost:3000/api/sync/revalidate',
    ])
    // Such as a command that a server has started, which has its environment.
    expect(find({ configured, env: SERVER })).toEqual(['https://example.com/api/sync/revalidate'])
  })

  it('should be what is said for this, in code or in the environment', () => {
    const env = { ...SERVER, SYNC_SITE_URL: 'http://a:1, http://b:2' }
    expect(find({ env, isInServer: true, path: '/hook' })).toEqual([
      'http://a:1/hook',
      'http://b:2/hook',
    ])
    expect(find({ env, path: '/hook', serverURL: 'http://c:3' })).toEqual(['http://c:3/hook'])
  })

  it('should be the deployment, where nothing else is said', () => {
    const env = { VERCEL_PROJECT_PRODUCTION_URL: 'example.com', VERCEL_URL: 'preview.example.com' }
    expect(find({ env })).toEqual(['https://preview.example.com/api/sync/revalidate'])
    expect(find({ env: { ...env, VERCEL_ENV: 'production' } })).toEqual([
      'https://example.com/api/sync/revalidate',
    ])
  })

  it('should be asked for where nobody knows it', () => {
    expect(() => find({})).toThrow(/serverURL in the config of Payload, or SYNC_SITE_URL/)
  })
})
