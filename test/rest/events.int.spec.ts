import { handleEndpoints } from 'payload'
import { expect, it, onTestFinished, vi } from 'vitest'

import type { RunNews } from '../../src/sync/run/RunUpdates.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createRestTest } from './createRestTest.js'

const createTest = async () => {
  const rest = await createRestTest({ records: [{ id: '1', name: 'Game' }] })
  onTestFinished(rest.close)
  const token = await rest.signIn('users')

  /** Connects the way a browser does. */
  const connect = async (lastId?: string) => {
    const gone = new AbortController()
    onTestFinished(() => gone.abort())
    const response = await handleEndpoints({
      config: rest.payload.config,
      payloadInstanceCacheKey: rest.cacheKey,
      request: new Request('http://localhost/api/sync/events', {
        headers: {
          Authorization: `JWT ${token}`,
          ...(lastId !== undefined && { 'Last-Event-ID': lastId }),
        },
        signal: gone.signal,
      }),
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let id = ''
    let text = ''
    const readNews = async (isWanted: (updates: RunNews) => boolean): Promise<RunNews> => {
      for (;;) {
        const [event, ...rest_] = text.split('\n\n')
        if (rest_.length === 0) {
          const { done, value } = await reader.read()
          if (done) {
            throw new Error('The stream has ended.')
          }
          text += value
          continue
        }
        text = rest_.join('\n\n')
        const data = /^id: .*\nevent: runs\ndata: (.*)$/s.exec(event ?? '')?.[1]
        id = /^id: (.*)$/m.exec(event ?? '')?.[1] ?? id
        const updates = data === undefined ? undefined : (JSON.parse(data) as RunNews)
        if (updates && isWanted(updates)) {
          return updates
        }
      }
    }
    return { lastId: () => id, leave: () => gone.abort(), reader, readNews, response }
  }
  return { ...rest, connect }
}

it('should tell at once what runs, and later what became of it', async () => {
  const { connect, payload, trigger } = await createTest()
  await trigger({ provider: 'test', resource: 'games' })
  const { readNews, response } = await connect()

  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toContain('no-transform')
  expect(await readNews(() => true)).toMatchObject({
    activeRuns: [{ resource: 'games', status: 'queued' }],
    endedRuns: [],
  })

  await drainSync({ payload })

  expect(await readNews(({ endedRuns }) => endedRuns.length > 0)).toMatchObject({
    activeRuns: [],
    endedRuns: [{ counts: { created: 1 }, resource: 'games', status: 'completed' }],
  })
})

it('should ask the database once a second at most, however many watch, and not when nobody does', async () => {
  const { connect, payload } = await createTest()
  const { pool } = getAdapter(payload)
  let looks = 0
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
  pool.query = (async (...args: unknown[]) => {
    const answer = await query(...args)
    looks += JSON.stringify(args[0]).includes('sync_logs') ? 1 : 0
    return answer
  }) as typeof pool.query
  // What is repeated is an interval; everything else goes on in the time of the machine.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })

  const browsers = await Promise.all(Array.from({ length: 20 }, () => connect()))
  await Promise.all(browsers.map(({ readNews }) => readNews(() => true)))
  looks = 0
  for (const look of [1, 2, 3]) {
    vi.advanceTimersByTime(999)
    expect(looks).toBe(look - 1)
    vi.advanceTimersByTime(1)
    await expect.poll(() => looks).toBe(look)
  }

  browsers.forEach(({ leave }) => leave())
  // No interval is left that could look.
  await expect.poll(() => vi.getTimerCount()).toBe(0)
})

it('should tell what changed, and go on where a browser left off', async () => {
  const { connect, payload } = await createTest()
  const { pool } = getAdapter(payload)
  const { rows } = await pool.query<{ id: number }>(`
    insert into sync_logs (provider, resource, connection, mode, lane, status, trigger, updated_at, created_at)
    select 'test', 'r' || i, 'default', 'full', 'bulk', 'queued', 'api', now(), now()
    from generate_series(1, 100) i returning id`)
  const touch = (index: number) =>
    pool.query('update sync_logs set requests = requests + 1 where id = $1', [rows[index]!.id])
  const first = await connect()
  const stays = await connect()
  expect(await first.readNews(() => true)).toMatchObject({ isWhole: true })
  expect((await stays.readNews(() => true)).activeRuns).toHaveLength(100)
  await touch(1)
  const isChange = ({ isWhole }: RunNews): boolean => !isWhole
  const change = await first.readNews(isChange)
  expect(change.activeRuns.map(({ id }) => id)).toEqual([rows[1]!.id])
  await stays.readNews(isChange)
  first.leave()

  // While it is away, another one is told, so that the process goes on watching.
  await touch(2)
  await stays.readNews(isChange)
  const back = await connect(first.lastId())
  const missed = await back.readNews(() => true)
  expect(missed).toMatchObject({ isWhole: false })
  expect(missed.activeRuns.map(({ id }) => id)).toEqual([rows[2]!.id])
})

it('should refuse whoever may not see the view', async () => {
  const { ask, signIn } = await createTest()

  const { status } = await ask({ path: '/sync/events', token: await signIn('members') })

  expect(status).toBe(403)
})
