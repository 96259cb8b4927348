import { handleEndpoints } from 'payload'

import { getAdapter } from '../../src/sync/store/Database.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'
import { waitFor } from '../project/waitFor.js'
import { measureLoop } from './measureLoop.js'

const STREAMS = 1000
const RUNS = 100
const CHANGES = 10

/** A thousand browsers that watch a hundred runs move. They are in this process as well. */
export const measureEvents = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: {
      providers: [defineTestProvider({ baseUrl: 'http://localhost' })],
    },
  })
  const user = { email: 'watcher@example.com', password: 'only-for-the-bench' }
  await payload.create({ collection: 'users', data: user })
  const { token } = await payload.login({ collection: 'users', data: user })
  const { pool } = getAdapter(payload)
  await pool.query(
    `insert into sync_logs (
       provider, resource, connection, mode, lane, status, trigger, priority, queued_at, started_at,
       requests)
     select 'test', 'resource-' || n, 'default', 'full', 'bulk', 'running', 'api', 'normal', now(),
       now(), 0
     from generate_series(1, $1::int) as n`,
    [RUNS],
  )

  const leave = new AbortController()
  let bytes = 0
  let events = 0
  const connect = async (): Promise<void> => {
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: databaseUrl,
      request: new Request('http://localhost/api/sync/events', {
        headers: { Authorization: `JWT ${token}` },
        signal: leave.signal,
      }),
    })
    if (!response.ok || !response.body) {
      throw new Error(`The stream answered with ${response.status}.`)
    }
    const reader = response.body.getReader()
    const read = async (): Promise<void> => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) {
          return
        }
        bytes += value.length
        events += Buffer.from(value.subarray(0, 3)).toString() === 'id:' ? 1 : 0
      }
    }
    void read()
  }

  const title = `${STREAMS} event streams, ${RUNS} running runs`
  await measureLoop({
    times: STREAMS,
    title: `${title}, connecting one`,
    work: async () => {
      for (let count = 0; count < STREAMS; count += 1) {
        await connect()
      }
      await waitFor({ event: 'all to be told', look: () => events >= STREAMS })
    },
  })
  bytes = 0
  await measureLoop({
    times: CHANGES,
    title: `${title}, a change of all of them`,
    work: async () => {
      for (let change = 0; change < CHANGES; change += 1) {
        events = 0
        await pool.query('update sync_logs set requests = requests + 1')
        await waitFor({ event: 'all to be told', look: () => events >= STREAMS })
      }
    },
  })
  console.log(`  ${(bytes / CHANGES / STREAMS / 1000).toFixed(0)} kB a change and stream`)
  leave.abort()
  await payload.destroy()
}
