// First: what follows takes over what it puts in place, as in a server of Next.js.
import 'next/dist/server/node-environment-baseline.js'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RestTest } from './createRestTest.js'

import { SIGNATURE_HEADER, toSignature } from '../../src/plugin/next/signature.js'
import { createRestTest } from './createRestTest.js'

let rest: RestTest

beforeAll(async () => {
  rest = await createRestTest()
})

afterAll(() => rest.close())

const PATH = '/sync/revalidate'

type Store = { pendingRevalidatedTags?: { profile: unknown; tag: string }[] }

/** Sends a call as Next.js would hand it on, and says which tags it was asked to refresh. */
const send = async (body: unknown, { secret }: { secret: string }) => {
  const text = JSON.stringify(body)
  const headers = { [SIGNATURE_HEADER]: toSignature({ body: text, now: Date.now(), secret }) }
  const store = {
    cacheLifeProfiles: {},
    incrementalCache: {},
    page: '/api/[...slug]/route',
    route: '/api/[...slug]',
  } as Store
  const answer = await workAsyncStorage.run(store as never, () =>
    rest.ask({ body: text, headers, method: 'POST', path: PATH, token: null }),
  )
  const tags = (store.pendingRevalidatedTags ?? []).map(({ profile, tag }) => ({ profile, tag }))
  return { ...answer, tags }
}

describe('POST /sync/revalidate', () => {
  it('should refresh tags and paths for whoever has the secret, without a user', async () => {
    const asked = {
      paths: ['/matches', { type: 'page', path: '/teams/[id]' }],
      profile: { expire: 0 },
      tags: ['matches', 'matches/1'],
    }
    const { body, status, tags } = await send(asked, { secret: rest.payload.secret })
    expect({ body, status }).toEqual({ body: { paths: 2, tags: 2 }, status: 200 })
    expect(tags).toEqual([
      { profile: { expire: 0 }, tag: 'matches' },
      { profile: { expire: 0 }, tag: 'matches/1' },
      { profile: undefined, tag: '_N_T_/matches' },
      { profile: undefined, tag: '_N_T_/teams/[id]/page' },
    ])
  })

  it('should refuse whoever does not, and what is not asked like this', async () => {
    const asked = { paths: [], profile: 'max', tags: ['matches'] }
    expect(await send(asked, { secret: 'a guess' })).toMatchObject({
      body: { errors: [{ code: 'SIGNATURE_INVALID' }] },
      status: 401,
      tags: [],
    })
    // Nor is a signed-in user enough.
    expect(await rest.ask({ body: asked, method: 'POST', path: PATH })).toMatchObject({
      status: 401,
    })
    const { secret } = rest.payload
    expect(await send({ tags: 'matches' }, { secret })).toMatchObject({
      body: { errors: [{ code: 'INVALID_INPUT' }] },
      status: 400,
      tags: [],
    })
  })
})
