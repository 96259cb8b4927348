import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'

import type * as sdk from '../../src/sdk/index.js'

import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'

/** The errors as a provider sees them that was bundled on its own. */
type Copy = typeof sdk

let fail: (() => never) | undefined
let pages = 0

const provider = defineProvider({
  name: 'library',
  resources: {
    books: defineResource({
      collection: 'books',
      externalId: ({ id }) => id,
      fetchOne: async () => {
        await Promise.resolve()
        fail?.()
        return null
      },
      fetchPage: () => {
        pages += 1
        fail?.()
        return Promise.resolve({ records: [] })
      },
      map: () => ({}),
      schema: z.looseObject({ id: z.string() }),
      scopes: {
        full: () => [
          { key: 'one', label: 'One', params: {} },
          { key: 'two', label: 'Two', params: {} },
        ],
      },
    }),
  },
})

let copy: Copy
let project: Awaited<ReturnType<typeof createTestProject>>

beforeAll(async () => {
  project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'books', fields: [] },
      ],
    },
    options: { providers: [provider], retries: 1 },
  })
  vi.resetModules()
  copy = await import('../../src/sdk/index.js')
})

afterAll(() => project.payload.destroy())

const sync = async (toError: () => Error) => {
  const { payload } = project
  pages = 0
  fail = () => {
    throw toError()
  }
  const [run] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'library',
    trigger: 'api',
  })
  await drainSync({ payload })
  return await getRun({ payload, runId: run!.id })
}

it('should go on behind a scope that holds nothing, says the other copy', async () => {
  const run = await sync(() => new copy.NothingHereError('Nothing on.'))

  expect(run).toMatchObject({ error: null, status: 'completed' })
  expect(pages).toBe(2)
})

it('should read a scope again whose cursor is lost, says the other copy', async () => {
  const run = await sync(() => new copy.CursorLostError('Unknown cursor.'))

  expect(run).toMatchObject({ error: { code: 'CURSOR_LOST' }, status: 'failed' })
  // Each scope is begun three times.
  expect(pages).toBe(6)
})

it('should tell the code and the reason of the other copy, and stop where it says', async () => {
  const run = await sync(() => new copy.CredentialsRefusedError('The key was withdrawn.'))

  expect(run.error).toEqual({ code: 'CREDENTIALS_REFUSED', message: 'The key was withdrawn.' })
  expect(pages).toBe(1)
  expect(project.logged()).not.toContain('unexpected error')
})

it('should take a record for gone that is not found, says the other copy', async () => {
  fail = () => {
    throw new copy.NotFoundError('Gone.')
  }
  const { payload } = project

  await expect(
    refreshRecord({ externalId: '1', payload, provider: 'library', resource: 'books' }),
  ).rejects.toMatchObject({ code: 'UNKNOWN_RECORD' })
})
