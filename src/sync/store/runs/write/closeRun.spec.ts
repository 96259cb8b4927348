import type { PayloadRequest } from 'payload'

import { expect, it, vi } from 'vitest'

import type { Database } from '../../Database.js'

import { closeRun } from './closeRun.js'

it('should ask for the move before it writes anything', async () => {
  const session = vi.fn()
  const database = { session, table: vi.fn() } as unknown as Database

  const closing = closeRun({
    database,
    error: null,
    from: 'queued',
    now: new Date(0),
    req: {} as PayloadRequest,
    run: { id: 1, attempt: 0 },
    to: 'failed',
  })

  await expect(closing).rejects.toThrow('A queued run cannot become failed.')
  expect(session).not.toHaveBeenCalled()
})
