import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import type { LiveNews } from '../../src/shared/live/LiveNews.js'
import type { SiteTest } from './createSiteTest.js'

import { OptionsError } from '../../src/shared/errors/index.js'
import { endWatches } from '../../src/sync/runtime/live/watchDocuments.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSiteTest, withDrafts } from './createSiteTest.js'

type Told = LiveNews<{ id: number; title?: string; updatedAt: string }>

/** Connects the way a browser does; `read` gives the next message. */
const connect = async (site: SiteTest, { slug = 'games', lastId = '' } = {}) => {
  const gone = new AbortController()
  onTestFinished(() => gone.abort())
  const response = await site.ask(`/sync/live/${slug}`, {
    headers: { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) },
    signal: gone.signal,
  })
  if (!response.ok) {
    return {
      id: () => '',
      leave: () => gone.abort(),
      read: () => Promise.reject(new Error('There is no stream.')),
      response,
    }
  }
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let id = ''
  let text = ''
  const read = async (): Promise<Told> => {
    for (;;) {
      const [event, ...rest] = text.split('\n\n')
      if (rest.length === 0) {
        const { done, value } = await reader.read()
        if (done) {
          throw new Error('The stream has ended.')
        }
        text += value
        continue
      }
      text = rest.join('\n\n')
      const data = /^id: (.*)\nevent: documents\ndata: (.*)$/s.exec(event ?? '')
      if (data) {
        id = data[1]!
        return JSON.parse(data[2]!) as Told
      }
    }
  }
  return { id: () => id, leave: () => gone.abort(), read, response }
}

const titlesOf = ({ changed }: Told): unknown[] => changed.map(({ title }) => title)

describe('the live stream of a collection', () => {
  let site: SiteTest
  const ids: Record<string, number> = {}

  const save = (title: string, data: Record<string, unknown>) =>
    site.payload.update({ id: ids[title]!, collection: 'games', data })

  beforeAll(async () => {
    site = await createSiteTest({
      collections: { matches: { slug: 'games', overrides: withDrafts } },
      kits: { soccer: { publicRead: true } },
      live: {
        collections: [
          { collection: 'matches', sort: 'title', where: { state: { in: ['live', 'paused'] } } },
        ],
        intervalMs: 100,
        maxStreams: 5,
      },
    })
    ids.team = await site.create('teams', { name: 'Reds' })
    for (const title of ['A', 'B']) {
      ids[title] = await site.create('matches', {
        homeScore: 0,
        homeTeam: ids.team,
        state: 'live',
        title,
      })
    }
    ids.Later = await site.create('matches', { state: 'scheduled', title: 'Later' })
    await site.create('matches', { state: 'live', title: 'Draft' }, { draft: true })
  })

  afterAll(() => site.payload.destroy())

  it('should tell everything a visitor may read at first, and then what changed', async () => {
    const { read, response } = await connect(site)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('no-transform')
    const first = await read()
    expect(titlesOf(first)).toEqual(['A', 'B'])
    expect(first).toMatchObject({ changed: [{ homeTeam: { name: 'Reds' } }, {}], isWhole: true })
    expect(JSON.stringify(first)).not.toMatch(/externalId|sportmonks/)

    await save('A', { homeScore: 1 })
    expect(await read()).toMatchObject({
      changed: [{ id: ids.A, homeScore: 1, homeTeam: { name: 'Reds' } }],
      gone: [],
      isWhole: false,
      left: [],
    })

    // One comes to it, one leaves it with its last word, and one is not to be seen any more.
    await save('Later', { state: 'live' })
    expect(titlesOf(await read())).toEqual(['Later'])
    await save('Later', { homeScore: 3, state: 'finished' })
    expect(await read()).toMatchObject({ changed: [], left: [{ id: ids.Later, homeScore: 3 }] })
    await save('B', { deletedAt: new Date().toISOString() })
    expect(await read()).toMatchObject({ changed: [], gone: [ids.B], left: [] })
    await site.payload.update({
      id: ids.B!,
      collection: 'games',
      data: { deletedAt: null },
      trash: true,
    })
    expect(titlesOf(await read())).toEqual(['B'])
  })

  it('should go on where a visitor left off', async () => {
    const first = await connect(site)
    const stays = await connect(site)
    await Promise.all([first.read(), stays.read()])
    const lastId = first.id()
    first.leave()
    await save('A', { homeScore: 2 })
    await stays.read()

    const back = await connect(site, { lastId })
    expect(await back.read()).toMatchObject({
      changed: [{ id: ids.A, homeScore: 2 }],
      isWhole: false,
    })
  })

  it('should ask the database one thing an interval, however many watch', async () => {
    const { pool } = getAdapter(site.payload)
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
    const asked: string[] = []
    pool.query = (async (...args: unknown[]) => {
      const answer = await query(...args)
      asked.push(JSON.stringify(args[0]))
      return answer
    }) as typeof pool.query
    onTestFinished(() => {
      pool.query = query as typeof pool.query
    })
    // What an earlier test left looking ends; what is repeated from here on is moved by hand.
    endWatches({ payload: site.payload })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => {
      endWatches({ payload: site.payload })
      vi.useRealTimers()
    })

    const visitors = await Promise.all([1, 2, 3, 4].map(() => connect(site)))
    await Promise.all(visitors.map(({ read }) => read()))
    asked.length = 0
    for (const look of [1, 2, 3]) {
      vi.advanceTimersByTime(99)
      expect(asked).toHaveLength(look - 1)
      vi.advanceTimersByTime(1)
      await expect.poll(() => asked).toHaveLength(look)
    }
  })

  it('should tell a slow visitor only the newest state, and keep nothing for it', async () => {
    const slow = await connect(site)
    const quick = await connect(site)
    await quick.read()
    // The slow one takes nothing while 12 goals are scored.
    for (let goals = 10; goals < 22; goals += 1) {
      await save('A', { homeScore: goals })
      let told: Told
      do {
        told = await quick.read()
      } while (
        !told.changed.some((document) => (document as { homeScore?: number }).homeScore === goals)
      )
    }
    const scores: unknown[] = []
    while (scores.at(-1) !== 21) {
      const told = await slow.read()
      scores.push((told.changed.find(({ id }) => id === ids.A) as { homeScore?: number }).homeScore)
    }
    // What it was sent before it stopped to take anything, and everything as it is in the end.
    expect(scores.length).toBeLessThanOrEqual(3)
  })

  it('should send away whoever is one too many, for a while', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => connect(site)))
    const { response } = await connect(site)
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'TOO_MANY_STREAMS' }] })

    all[0]!.leave()
    await expect.poll(async () => (await connect(site)).response.status).toBe(200)
  })

  it('should answer whoever takes only JSON with all of it, once', async () => {
    const accept = { Accept: 'application/json' }
    const first = await site.ask('/sync/live/games', { headers: accept })
    const etag = first.headers.get('etag')!
    expect(titlesOf((await first.json()) as Told)).toEqual(['A', 'B'])

    const ask = (): Promise<Response> =>
      site.ask('/sync/live/games', { headers: { ...accept, 'If-None-Match': etag } })
    expect((await ask()).status).toBe(304)
    await save('A', { homeScore: 5 })
    await expect.poll(async () => (await ask()).status).toBe(200)
  })

  it('should not be there for what nobody named', async () => {
    for (const slug of ['teams', 'matches', 'syncLogs', 'users', 'constructor']) {
      expect((await connect(site, { slug })).response.status).toBe(404)
    }
  })
})

it('should not be there by default', async () => {
  const quiet = await createSiteTest({ kits: { soccer: { publicRead: true } } })
  try {
    expect((await quiet.ask('/matches')).status).toBe(200)
    expect((await connect(quiet, { slug: 'matches' })).response.status).toBe(404)
  } finally {
    await quiet.payload.destroy()
  }
})

it('should be refused where visitors may not read, or where there is no such collection', async () => {
  const closed = await createSiteTest({ live: { collections: ['matches'] } })
  try {
    const { response } = await connect(closed, { slug: 'matches' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] })
  } finally {
    await closed.payload.destroy()
  }

  await expect(createSiteTest({ live: { collections: ['syncLogs'] } })).rejects.toThrow(
    OptionsError,
  )
  await expect(createSiteTest({ live: { collections: ['matchs'] } })).rejects.toThrow('"matchs"')
})
