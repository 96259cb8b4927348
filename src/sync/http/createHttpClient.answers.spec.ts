import type { ServerResponse } from 'node:http'

import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'

import { startReplayServer } from '../../testing/replayServer.js'
import { catchError, GOOD, NEVER, replay, serve, TOKEN } from './testClient.fixture.js'

// cspell:ignore größer
const JSON_TEXT = '{"n":1,"text":"größer"}'

type SendArgs = { body: Buffer | string; encoding?: string; type?: string }

/** A client of a server that sends these bytes. */
const send = ({ type, body, encoding }: SendArgs, facts = {}) =>
  serve(
    ({ response }) => {
      response.writeHead(200, {
        ...(encoding && { 'content-encoding': encoding }),
        ...(type && { 'content-type': type }),
      })
      response.end(body)
    },
    { attempts: 1, facts },
  )

describe('the body of an answer', () => {
  it.each([
    ['gzip', gzipSync(JSON_TEXT)],
    ['br', brotliCompressSync(JSON_TEXT)],
  ])('should be unpacked when it comes as %s', async (encoding, body) => {
    const { ask } = await send({ type: 'application/json', body, encoding })

    expect(await ask()).toEqual({ n: 1, text: 'größer' })
  })

  it.each([
    ['half of its bytes', (packed: Buffer) => packed.subarray(0, packed.length / 2)],
    ['garbage in the middle', (packed: Buffer) => packed.fill(7, 20, 30)],
  ])('should not be believed when it comes packed as %s', async (_name, spoil) => {
    const { ask } = await send({
      body: spoil(gzipSync(JSON.stringify({ n: 1, text: 'a'.repeat(20) + Math.PI }))),
      encoding: 'gzip',
    })

    expect(await catchError(ask())).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })

  it.each([
    'application/json; charset=utf-8',
    'application/problem+json',
    'text/json',
    'text/plain',
    undefined,
  ])('should be taken as %s', async (type) => {
    const { ask } = await send({ type, body: JSON_TEXT })

    expect(await ask()).toMatchObject({ n: 1 })
  })

  it('should be taken as a type that the facts name', async () => {
    const contentTypes = ['text/javascript']
    const { ask } = await send({ type: 'text/javascript', body: JSON_TEXT }, { contentTypes })

    expect(await ask()).toMatchObject({ n: 1 })
  })

  it('should not be taken as any other type', async () => {
    const { ask } = await send({ type: 'image/png', body: JSON_TEXT })

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message:
        'Test provider answered /a with status 200 and 23 characters of image/png instead of JSON.',
    })
  })

  it.each([
    ['by its type', { type: 'text/html; charset=utf-8', body: 'Please sign in' }],
    ['by its markup', { type: 'application/json', body: '\n<!DOCTYPE html><p>Hi' }],
  ])('should be named as HTML %s', async (_name, answer) => {
    const { ask } = await send(answer)

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: `Test provider answered /a with status 200 and ${answer.body.length} characters of HTML instead of JSON.`,
    })
  })

  it('should be named when it ends in the middle', async () => {
    const { ask } = await send({ type: 'application/json', body: '{"n":1,"te' })

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message:
        'Test provider answered /a with status 200 and 10 characters of application/json that are ' +
        'not whole JSON.',
    })
  })

  it('should be decoded with the charset it names', async () => {
    const { ask } = await send({
      type: 'application/json; charset="ISO-8859-1"',
      body: Buffer.from(JSON_TEXT, 'latin1'),
    })

    expect(await ask()).toEqual({ n: 1, text: 'größer' })
  })

  it.each([
    ['utf-8', 'application/json'],
    ['x-klingon', 'application/json; charset=x-klingon'],
  ])('should be refused when its bytes are no valid %s', async (charset, type) => {
    const { ask } = await send({ type, body: Buffer.from(JSON_TEXT, 'latin1') })

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: `Test provider answered /a with status 200 and bytes that are no valid ${charset}.`,
    })
  })

  it('should not be read beyond the most bytes it may have', async () => {
    let response: ServerResponse | undefined
    const { ask, asked } = await serve(
      (args) => {
        response = args.response
        const chunk = 'a'.repeat(10_000)
        const write = (): void => {
          while (!args.response.destroyed && args.response.write(chunk)) {
            // Goes on until the other side stops reading.
          }
        }
        args.response.on('drain', write)
        write()
      },
      { facts: { maxBytes: 100_000 } },
    )

    await expect(ask()).rejects.toMatchObject({
      code: 'INVALID_ANSWER',
      message: 'Test provider answered /a with more than 100000 bytes, so the rest was not read.',
    })
    expect(asked()).toBe(1)
    expect(response?.writableFinished).toBe(false)
  })

  it('should count its bytes after it was unpacked', async () => {
    const body = gzipSync(JSON.stringify({ n: 1, text: 'a'.repeat(200_000) }))
    const { ask } = await send({ body, encoding: 'gzip' }, { maxBytes: 100_000 })

    expect(body.length).toBeLessThan(1000)
    expect(await catchError(ask())).toMatchObject({ code: 'INVALID_ANSWER' })
  })
})

describe('the connection', () => {
  it('should be used again for later requests', async () => {
    const ports = new Set<number | undefined>()
    const { ask } = await serve(({ request, response }) => {
      ports.add(request.socket.remotePort)
      response.end('{"n":1}')
    })
    for (let request = 0; request < 10; request += 1) {
      await ask()
    }

    // One may still be finishing its last answer when the next request goes out.
    expect(ports.size).toBeLessThan(3)
  })
})

describe('a redirect', () => {
  it('should be followed on the same host, with the credentials', async () => {
    const { ask, requests, server } = await replay({
      headers: { location: '/b?page=2' },
      status: 302,
    })
    server.setRoute('/b', GOOD)

    expect(await ask()).toEqual({ n: 1 })
    expect(requests).toMatchObject([{ path: '/a' }, { path: '/b', query: { page: '2' } }])
    expect(requests[1]?.headers.authorization).toBe(requests[0]?.headers.authorization)
  })

  it('should not be followed to another host, which would get the credentials', async () => {
    const elsewhere = await startReplayServer({ routes: { '/a': GOOD } })
    onTestFinished(elsewhere.close)
    const { ask, requests, server } = await replay({
      headers: { location: `${elsewhere.baseUrl}/a?from=here` },
      status: 302,
    })

    await expect(ask()).rejects.toMatchObject({
      code: 'REQUEST_REFUSED',
      message:
        `Test provider redirects /a to ${elsewhere.baseUrl}. That is not followed, because the ` +
        `credentials are for ${server.baseUrl} only. Check its base URL.`,
    })
    expect(elsewhere.requests).toEqual([])
    expect(requests).toHaveLength(1)
  })

  it.each(['http://', 'file:///etc/passwd'])('should not be followed to %s', async (location) => {
    const { ask } = await replay({ headers: { location }, status: 307 })

    expect(await catchError(ask())).toMatchObject({ code: 'REQUEST_REFUSED' })
  })

  it('should be followed five times at most', async () => {
    const { ask, requests } = await replay({ headers: { location: '/a' }, status: 301 })

    await expect(ask()).rejects.toMatchObject({
      code: 'REQUEST_REFUSED',
      message: 'Test provider redirects /a more than 5 times. Check its base URL.',
    })
    expect(requests).toHaveLength(6)
  })
})

describe('a whole URL', () => {
  it('should be asked for where the provider is, with the credentials and its query', async () => {
    const { http, requests, server } = await replay(GOOD, {
      facts: { contentTypes: ['application/json'] },
    })
    await http.get(`${server.baseUrl}/a?page=2`, {
      as: 'text',
      query: { size: 5 },
      signal: NEVER,
    })
    expect(requests).toMatchObject([{ path: '/a', query: { page: '2', size: '5' } }])
    expect(requests[0]?.headers.authorization).toBeDefined()
  })

  it.each([
    ['with credentials in a header', {}],
    ['with credentials in the query', { headers: {} }],
  ])('should not be asked for elsewhere, %s', async (_name, facts) => {
    const elsewhere = await startReplayServer({ routes: { '/a': GOOD } })
    onTestFinished(elsewhere.close)
    const { http } = await replay(GOOD, { facts })
    for (const url of [`${elsewhere.baseUrl}/a`, elsewhere.baseUrl.replace('http:', '') + '/a']) {
      expect(
        await catchError(http.get(url, { as: 'text', query: { key: TOKEN }, signal: NEVER })),
      ).toMatchObject({ code: 'REQUEST_REFUSED' })
    }
    expect(elsewhere.requests).toEqual([])
  })
})
