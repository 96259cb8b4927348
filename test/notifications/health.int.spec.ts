import { expect, it } from 'vitest'

import { noteHealth } from '../../src/sync/operations/health/noteHealth.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'

it('should see by itself that no worker takes a run, and tell it in words', async () => {
  const texts: string[] = []
  const { payload } = await createSyncTest({
    options: {
      notifications: {
        admin: false,
        channels: {
          own: {
            type: 'function',
            send: ({ texts: some }) => void texts.push(...some.map(({ why }) => why)),
          },
        },
      },
    },
    records: [{ id: 'a', name: 'A' }],
  })
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'api',
  })
  await getAdapter(payload).pool.query(
    `update sync_logs set queued_at = clock_timestamp() - interval '10 minutes'`,
  )
  await noteHealth({ payload })
  await noteHealth({ payload })
  await drainSync({ payload })
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatch(/no worker takes them/)
})
