import type { ServerResponse } from 'node:http'

import { createServer } from 'node:http'
import { handleEndpoints } from 'payload'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'

import type { Provider } from '../../src/sdk/index.js'

import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import {
  AccessDeniedError,
  DEFAULT_CONNECTION,
  defineProvider,
  defineResource,
} from '../../src/sdk/index.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

/** Looks different in a URL, and must not be seen there either. */
const KEY = 'Invented-Key/That+Stays=Secret'
const FORMS = [KEY, encodeURIComponent(KEY)]

/** Servers and URLs change the case of what they repeat. */
const holdsKey = (text: string): boolean =>
  [...FORMS, KEY.split('/')[0]!].some((form) => text.toLowerCase().includes(form.toLowerCase()))

const PROVIDERS: Record<string, (baseUrl: string) => Provider> = {
  'api-football': (baseUrl) => apiFootball({ apiKey: KEY, baseUrl }),
  sportmonks: (baseUrl) => sportmonks({ apiToken: KEY, baseUrl }),
}

/** Answers that repeat the key in every place they have. */
const ANSWERS: Record<string, (response: ServerResponse) => unknown> = {
  'a charset': (response) => {
    response.setHeader('content-type', `application/json; charset="${KEY}"`)
    response.end('{}')
  },
  'a content type': (response) => {
    response.setHeader('content-type', `text/x-${KEY}; charset=utf-8`)
    response.end('{}')
  },
  'an error page': (response) => {
    response.statusCode = 500
    response.end(`<html>${KEY}</html>`)
  },
  'a redirect': (response) => {
    response.writeHead(302, { location: `https://${KEY}.example/?key=${KEY}` })
    response.end()
  },
  'a refusal': (response) => {
    response.statusCode = 401
    response.end(JSON.stringify({ errors: { token: `No ${KEY}` }, message: `No ${FORMS[1]}` }))
  },
  'a refusal inside status 200': (response) =>
    response.end(JSON.stringify({ errors: { requests: `No ${KEY}` }, message: `No ${KEY}` })),
  'a shape nobody knows': (response) =>
    response.end(JSON.stringify({ data: KEY, errors: [], [KEY]: KEY, response: KEY })),
  nothing: (response) => response.destroy(),
}

const startServer = async () => {
  let answer = (response: ServerResponse): unknown => response.end()
  const keys = new Set<string>()
  const server = createServer(({ headers }, response) => {
    keys.add(String(headers.authorization ?? headers['x-apisports-key']))
    response.setHeader('content-type', 'application/json')
    answer(response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return {
    answerWith: (next: typeof answer) => {
      answer = next
    },
    baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    keys,
  }
}

describe.each(Object.keys(PROVIDERS))('the key of %s', (name) => {
  it('should be in nothing that failing runs leave behind', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { answerWith, baseUrl, keys } = await startServer()
    const provider = PROVIDERS[name]!(baseUrl)
    const { cacheKey, logged, payload } = await createTestProject({
      options: {
        providers: [provider],
      },
    })
    onTestFinished(() => payload.destroy())
    const { pool } = getAdapter(payload)
    const cli = createCliTest(payload)
    const data = { email: 'reader@example.com', password: 'test' }
    await payload.create({ collection: 'users', data })
    const { token } = await payload.login({ collection: 'users', data })
    const ask = async (path: string): Promise<string> => {
      const response = await handleEndpoints({
        config: payload.config,
        payloadInstanceCacheKey: cacheKey,
        request: new Request(`http://localhost/api${path}`, {
          headers: { Authorization: `JWT ${token}` },
        }),
      })
      expect(response.status).toBe(200)
      return await response.text()
    }

    for (const [where, answer] of Object.entries(ANSWERS)) {
      answerWith(answer)
      const run = await cli({ args: ['run', name, 'countries', '--wait'] })
      const id = /Run (\d+)/.exec(run.output)?.[1]
      const traces = {
        cli: [
          run,
          await cli({ args: ['status'] }),
          await cli({ args: ['status', '--json'] }),
          await cli({ args: ['doctor'] }),
        ],
        logs: logged(),
        rest: [await ask('/sync/status'), await ask('/sync/logs'), await ask(`/sync/logs/${id}`)],
        rows: await Promise.all(
          MACHINERY_KEYS.map((key) =>
            payload.find({
              collection: testSlugs[key],
              pagination: false,
              showHiddenFields: true,
            }),
          ),
        ),
        tasks: (await pool.query('select * from payload_sync_queue._private_jobs')).rows as unknown,
      }
      expect(run.output, where).toMatch(/failed/)
      for (const [place, trace] of Object.entries(traces)) {
        const text = typeof trace === 'string' ? trace : JSON.stringify(trace)
        expect(holdsKey(text), `${place}, from ${where}`).toBe(false)
      }
      // The next one is asked anew, whatever this one made of quota and breaker.
      await pool.query('delete from sync_quotas')
      await pool.query('delete from sync_breakers')
    }
    expect([...keys]).toEqual([KEY])
    expect(logged()).toContain('[redacted]')
  })
})

describe('the key of a connection that a resource tells of', () => {
  const library = defineProvider({
    name: 'library',
    connections: { [DEFAULT_CONNECTION]: { credentials: { key: KEY } } },
    resources: {
      books: defineResource({
        collection: 'books',
        externalId: ({ id }) => id,
        fetchOne: ({ externalId, source }) =>
          Promise.reject(
            externalId === '1'
              ? new AccessDeniedError(`No book for ${String(source)}`)
              : new TypeError(`No shelf for ${String(source)}`),
          ),
        fetchPage: ({ source }) => {
          throw new AccessDeniedError(`No books for ${String(source)}`)
        },
        map: () => ({}),
        schema: z.object({ id: z.string() }),
        scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
      }),
    },
    source: ({ credentials }) => Promise.resolve(credentials.key),
  })

  const createProject = async () => {
    const project = await createTestProject({
      config: {
        collections: [
          { slug: 'users', auth: true, fields: [] },
          { slug: 'books', fields: [{ name: 'title', type: 'text' }] },
        ],
      },
      options: { providers: [library], retries: 0 },
    })
    onTestFinished(() => project.payload.destroy())
    return project
  }

  it('should be in no error of a run whose scope fails', async () => {
    const { logged, payload } = await createProject()
    const [started] = await startRun({
      connection: DEFAULT_CONNECTION,
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'library',
      resource: 'books',
      trigger: 'api',
    })
    await drainSync({ payload })

    const run = await getRun({ payload, runId: started!.id })
    const { rows } = await getAdapter(payload).pool.query('select * from sync_logs')
    expect(run.status).toBe('failed')
    expect(JSON.stringify(run)).toContain('No books for [redacted]')
    expect(holdsKey(JSON.stringify([run, rows]) + logged())).toBe(false)
  })

  it.each([
    { name: 'one of its own', code: 'ACCESS_DENIED', externalId: '1', message: 'No book for' },
    { name: 'any other', code: undefined, externalId: '2', message: 'No shelf for' },
  ])('should be in no error of a refresh: $name', async ({ code, externalId, message }) => {
    const { payload } = await createProject()

    const refreshed = refreshRecord({ externalId, payload, provider: 'library', resource: 'books' })

    await expect(refreshed).rejects.toThrow(
      expect.objectContaining({ message: `${message} [redacted]`, ...(code && { code }) }),
    )
  })
})
