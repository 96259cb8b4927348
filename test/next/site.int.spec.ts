import { revalidateAfterSync } from 'payload-plugin-sync/next'
import { expect, it, onTestFinished } from 'vitest'

import { SIGNATURE_HEADER, toSignature } from '../../src/plugin/next/signature.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'
import { startSite } from './startSite.js'

const SECRET = 'a secret of both'

type Value = { matches: number; teams: number }

it('should refresh what a site of Next.js has cached, and be refused without the secret', async () => {
  const site = await startSite({ secret: SECRET })
  onTestFinished(site.close)
  const readValue = () => site.read<Value>('/value')

  // Work that a visitor's request starts is a part of the cached function that started it.
  const context = await site.read<{ inherited: string; own: string }>('/context')
  expect(context.inherited).toContain('cached function')
  expect(context.own).toContain('static generation store missing')

  const test = await createSyncTest({
    options: {
      onChange: revalidateAfterSync({
        secret: SECRET,
        serverURL: site.url,
        tags: ({ collection }) => [collection === testSlugs.matches ? 'matches' : collection],
      }),
    },
    records: [{ id: 'a', name: 'A' }],
  })
  const before = await readValue()
  expect(await readValue()).toEqual(before)
  await test.sync()
  const changed = await waitFor({
    event: 'the site to show the change',
    look: async () => {
      const value = await readValue()
      return value.matches !== before.matches && value
    },
  })
  expect(changed.teams).toBe(before.teams)

  // Nothing changes, so nothing is asked for.
  await test.sync()
  expect(await readValue()).toEqual(changed)

  const body = JSON.stringify({ paths: [], profile: { expire: 0 }, tags: ['matches'] })
  const post = (header: string) =>
    fetch(`${site.url}/api/sync/revalidate`, {
      body,
      headers: { [SIGNATURE_HEADER]: header },
      method: 'POST',
    })
  const forged = toSignature({ body, now: Date.now(), secret: 'a guess' })
  expect((await post(forged)).status).toBe(401)
  expect((await post('')).status).toBe(401)
  expect(await readValue()).toEqual(changed)

  const header = toSignature({ body, now: Date.now(), secret: SECRET })
  expect((await post(header)).status).toBe(200)
  expect((await post(header)).status).toBe(401)
})
