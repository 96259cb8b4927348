import type { CollectionConfig } from 'payload'

import { parse } from 'csv-parse/sync'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { RestTest } from '../rest/createRestTest.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from '../rest/createRestTest.js'

const { syncConnections, syncLogs, teams, users } = { ...testSlugs, users: 'users' }

/** Fields of each form that there is. */
const withFields = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [
    ...collection.fields,
    { name: 'slogan', type: 'text', localized: true },
    {
      name: 'address',
      type: 'group',
      fields: [
        { name: 'street', type: 'text' },
        { name: 'safe', type: 'text', access: { read: () => false } },
      ],
    },
    { name: 'colors', type: 'select', hasMany: true, options: ['red', 'blue'] },
    { name: 'cups', type: 'array', fields: [{ name: 'won', type: 'number' }] },
    { name: 'token', type: 'text', hidden: true },
    { name: 'aside', type: 'text', admin: { hidden: true } },
    { name: 'rival', type: 'relationship', relationTo: teams },
  ],
})

/** What a spreadsheet would take for formulas, and numbers that are none. */
const FORMULAS = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1']

let rest: RestTest
let token: string
let ids: (number | string)[]

beforeAll(async () => {
  rest = await createRestTest({
    config: { localization: { defaultLocale: 'en', locales: ['en', 'de'] } },
    isWhole: true,
    options: { collections: { teams: { overrides: withFields } } },
    records: [{ id: '1', name: 'A game' }],
  })
  token = await rest.signIn('users')
  await rest.trigger({ provider: 'test', resource: 'games' })
  await drainSync({ payload: rest.payload })
  ids = []
  const create = async (data: Record<string, unknown>) => {
    const externalId = String(ids.length)
    const { id } = await rest.payload.create({
      collection: teams,
      data: { name: externalId, externalId, provider: 'test', ...data },
    })
    ids.push(id)
    return id
  }
  const rival = await create({ name: 'Café "Süd",\nline two' })
  const whole = await create({
    address: { safe: 'under the mat', street: 'Main Street 1' },
    aside: 'aside',
    colors: ['red', 'blue'],
    cups: [{ won: 1999 }],
    founded: -5,
    isNational: false,
    rival,
    slogan: 'Go',
    token: 'do not tell',
  })
  await rest.payload.update({
    id: whole,
    collection: teams,
    data: { slogan: 'Los' },
    locale: 'de',
  })
  for (const name of FORMULAS) {
    await create({ name })
  }
})

afterAll(() => rest.close())

type FetchArgs = { signal?: AbortSignal; token?: null | string }

const fetchExport = (path: string, { signal, token: asked = token }: FetchArgs = {}) =>
  handleEndpoints({
    config: rest.payload.config,
    payloadInstanceCacheKey: rest.cacheKey,
    request: new Request(`http://localhost/api/sync/export/${path}`, {
      headers: asked === null ? {} : { Authorization: `JWT ${asked}` },
      signal,
    }),
  })

type Row = Record<string, string>

const readCsv = (text: string): Row[] => parse(text, { bom: true, columns: true })

const readJson = async (path: string) =>
  (await (await fetchExport(path)).json()) as ({ id: number } & Record<string, unknown>)[]

describe('GET /sync/export/:collection', () => {
  it('should give each value a column of its own, and lists as JSON', async () => {
    const response = await fetchExport(teams)
    const text = await response.text()
    const rows = readCsv(text)

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${teams}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    )
    expect(rows.map(({ id }) => Number(id))).toEqual(ids)
    const header = Object.keys(rows[0]!)
    expect(header[0]).toBe('id')
    expect(header).toEqual(expect.arrayContaining(['externalId', 'provider', 'venue.city']))
    expect(header.filter((name) => /token|aside|^sync$|address$|^slogan$/.test(name))).toEqual([])
    expect(rows[0]).toMatchObject({ name: 'Café "Süd",\nline two', rival: '', 'slogan.en': '' })
    expect(rows[1]).toMatchObject({
      'address.safe': '',
      'address.street': 'Main Street 1',
      colors: '["red","blue"]',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      cups: expect.stringMatching(/^\[\{.*"won":1999.*\}\]$/) as string,
      founded: '-5',
      isNational: 'false',
      rival: String(ids[0]),
      'slogan.de': 'Los',
      'slogan.en': 'Go',
    })
    expect(text).not.toMatch(/under the mat|do not tell/)
    // Rows end as RFC 4180 says; Excel is told of the characters where it is asked for.
    expect(text.split('\r\n')).toHaveLength(ids.length + 2)
    const marked = await (await fetchExport(`${teams}?bom=true`)).arrayBuffer()
    expect([...new Uint8Array(marked).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('should defuse what a spreadsheet would take for a formula', async () => {
    const rows = readCsv(await (await fetchExport(teams)).text())

    expect(rows.slice(2).map(({ name }) => name)).toEqual(FORMULAS.map((name) => `'${name}`))
    const documents = await readJson(`${teams}?format=json`)
    expect(documents.slice(2).map(({ name }) => name)).toEqual(FORMULAS)
  })

  it('should give the documents as JSON, with groups and languages in them', async () => {
    const documents = await readJson(`${teams}?format=json`)

    expect(documents.map(({ id }) => id)).toEqual(ids)
    expect(documents[1]).toMatchObject({
      address: { street: 'Main Street 1' },
      colors: ['red', 'blue'],
      cups: [{ won: 1999 }],
      founded: -5,
      isNational: false,
      rival: ids[0],
      slogan: { de: 'Los', en: 'Go' },
    })
    for (const name of ['aside', 'token']) {
      expect(documents[1]).not.toHaveProperty(name)
    }
    expect(documents[1]!.address).toEqual({ street: 'Main Street 1' })
  })

  it('should give only what a filter names, and nothing as nothing', async () => {
    const where = `where[externalId][in]=1,3`
    expect((await readJson(`${teams}?format=json&${where}`)).map(({ id }) => id)).toEqual([
      ids[1],
      ids[3],
    ])
    const none = `where[externalId][equals]=none`
    expect(await readJson(`${teams}?format=json&${none}`)).toEqual([])
    expect(readCsv(await (await fetchExport(`${teams}?${none}`)).text())).toEqual([])
    // As the search box of the list finds them, and within the filter.
    expect((await readJson(`${teams}?format=json&search=CAFÉ`)).map(({ id }) => id)).toEqual([
      ids[0],
    ])
    expect(await readJson(`${teams}?format=json&search=CAFÉ&${none}`)).toEqual([])
  })

  it('should give the logs, without what the machinery keeps in them', async () => {
    const [run] = await readJson(`${syncLogs}?format=json`)

    expect(run).toMatchObject({
      counts: { created: 1 },
      provider: 'test',
      resource: 'games',
      status: 'completed',
    })
    for (const name of ['heartbeatAt', 'plan', 'queuedAt']) {
      expect(run).not.toHaveProperty(name)
    }
    const [row] = readCsv(await (await fetchExport(syncLogs)).text())
    expect(row).toMatchObject({ 'counts.created': '1', mode: 'full', 'progress.scopesDone': '1' })
  })

  it('should be for whoever may read, and for what is synced', async () => {
    expect((await fetchExport(teams, { token: null })).status).toBe(401)
    const member = await rest.signIn('members')
    expect((await fetchExport(teams, { token: member })).status).toBe(403)
    for (const slug of [users, syncConnections, testSlugs.syncTokens, 'nothing']) {
      const response = await fetchExport(slug)
      expect({ body: await response.json(), status: response.status }).toMatchObject({
        body: { errors: [{ code: 'UNKNOWN_COLLECTION' }] },
        status: 404,
      })
    }
    expect((await fetchExport(`${teams}?format=xml`)).status).toBe(400)
    // A filter tells nothing of what it may not read.
    const guess = await fetchExport(`${teams}?where[address.safe][equals]=under the mat`)
    expect(guess.status).toBe(400)
    expect((await fetchExport(`${teams}?where[token][equals]=do not tell`)).status).toBe(400)
  })
})

describe('an export of many documents', () => {
  const MANY = 1000
  const PAGE = 200

  /** Pages that were read, and the most documents on one. */
  const watchPages = () => {
    const pages: number[] = []
    const { find } = rest.payload
    vi.spyOn(rest.payload, 'find').mockImplementation((async (args: never) => {
      const found = await find.call(rest.payload, args)
      pages.push(found.docs.length)
      return found
    }) as never)
    return pages
  }

  const settle = () => new Promise((resolve) => setImmediate(resolve))

  beforeAll(async () => {
    await getAdapter(rest.payload).pool.query(
      `insert into "${rest.payload.db.tableNameMap.get(teams) ?? teams}"
        (provider, external_id, name, updated_at, created_at)
        select 'many', n, 'Team ' || n, now(), now() from generate_series(1, ${MANY}) n`,
    )
  })

  it('should read a page when the one before was taken, and none ahead', async () => {
    const pages = watchPages()
    const { body } = await fetchExport(`${teams}?where[provider][equals]=many`)
    const reader = body!.getReader()
    expect(pages).toEqual([PAGE])

    for (const taken of [1, 2]) {
      await reader.read()
      await settle()
      expect(pages).toEqual(Array(taken).fill(PAGE))
    }
    let rest = 0
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      rest += 1
    }
    expect(rest).toBe(MANY / PAGE - 2 + 1)
    expect(pages).toEqual([...Array<number>(MANY / PAGE).fill(PAGE), 0])
  })

  it('should read nothing more for somebody who has gone', async () => {
    for (const leave of ['cancel', 'abort'] as const) {
      const pages = watchPages()
      const gone = new AbortController()
      const { body } = await fetchExport(teams, { signal: gone.signal })
      const reader = body!.getReader()
      await reader.read()
      await reader.read()
      if (leave === 'cancel') {
        await reader.cancel()
      } else {
        gone.abort()
        await reader.read().catch(() => undefined)
      }
      await settle()
      expect(pages.length).toBeLessThanOrEqual(3)
      vi.restoreAllMocks()
    }
  })

  it('should write all of it on the command line, for whoever runs it', async () => {
    const call = createCliTest(rest.payload)
    const { code, output } = await call({ args: ['export', teams, '--format', 'json'] })
    const documents = JSON.parse(output) as Record<string, unknown>[]
    expect(code).toBe(0)
    expect(documents).toHaveLength(ids.length + MANY)
    expect(documents[1]).toMatchObject({ address: { safe: 'under the mat' } })
    expect(output).not.toContain('do not tell')

    const folder = await mkdtemp(join(tmpdir(), 'export-'))
    const file = join(folder, 'teams.json')
    const written = await call({ args: ['export', teams, '--output', file] })
    expect(written).toMatchObject({ code: 0, output: '' })
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(documents)
    expect(await readdir(folder)).toEqual(['teams.json'])

    expect(await call({ args: ['export', 'users'] })).toMatchObject({ code: 2, output: '' })
    expect(await call({ args: ['export', teams, '--format', 'xml'] })).toMatchObject({ code: 2 })
    // Nobody's terminal is commanded by what a document holds.
    const shown = await call({ args: ['export', teams], isTerminal: true })
    expect(shown.output).not.toContain('\r')
  })
})
