import type { IncomingMessage } from 'node:http'

import { text as readText } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { HttpBody, HttpFacts } from '../../sdk/index.js'

import { answerSchema, catchError, NEVER, serve, TOKEN } from './testClient.fixture.js'

type Received = { body: string; method: string | undefined; path: string; type: string }

type Answer = { headers?: Record<string, string>; status?: number }

/** A client of a server that remembers what it was sent, and answers this one after the other. */
const receive = async (answers: Answer[] = [], facts: Partial<HttpFacts> = {}) => {
  const received: Received[] = []
  const keep = async (request: IncomingMessage): Promise<Answer> => {
    received.push({
      type: request.headers['content-type'] ?? '',
      body: await readText(request),
      method: request.method,
      path: request.url ?? '',
    })
    return answers[received.length - 1] ?? {}
  }
  const client = await serve(
    ({ request, response }) => {
      void keep(request).then(({ headers, status = 200 }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers })
        response.end('{"n":1}')
      })
    },
    { facts },
  )
  const post = (body: HttpBody) =>
    client.http.post('/search', { body, query: { page: 2 }, schema: answerSchema, signal: NEVER })
  return { ...client, post, received }
}

const JSON_BODY: HttpBody = { json: { text: 'größer', words: ['a', null] } }

describe('what a post sends', () => {
  it('should be JSON', async () => {
    const { post, received } = await receive()

    expect(await post(JSON_BODY)).toEqual({ n: 1 })
    expect(received).toEqual([
      {
        type: 'application/json',
        body: '{"text":"größer","words":["a",null]}',
        method: 'POST',
        path: '/search?page=2',
      },
    ])
  })

  it('should be a form, without what is not given', async () => {
    const { post, received } = await receive()

    await post({
      form: { genre: ['crime', 'poetry'], limit: 10, open: true, q: 'a&b', year: undefined },
    })

    expect(received[0]).toMatchObject({
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
      body: 'genre=crime&genre=poetry&limit=10&open=true&q=a%26b',
    })
  })

  it('should be a form of several parts, files with their names', async () => {
    const { post, received } = await receive()

    await post({
      multipart: {
        limit: 10,
        list: new File(['007;Bücher'], 'list.csv', { type: 'text/csv' }),
        none: undefined,
      },
    })

    const { type, body } = received[0]!
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(type)?.[1]
    expect(body.split(`--${boundary}`).map((part) => part.trim().split('\r\n'))).toEqual([
      [''],
      ['Content-Disposition: form-data; name="limit"', '', '10'],
      [
        'Content-Disposition: form-data; name="list"; filename="list.csv"',
        'Content-Type: text/csv',
        '',
        '007;Bücher',
      ],
      ['--'],
    ])
  })

  it('should have the content type of what is sent, whatever the facts send else', async () => {
    const { post, received } = await receive([], {
      headers: { Authorization: TOKEN, 'Content-Type': 'application/json' },
    })

    await post({ form: { a: 1 } })

    expect(received[0]?.type).toMatch(/^application\/x-www-form-urlencoded/)
  })
})

describe('a post', () => {
  it('should be sent again as a whole after a failure that may pass', async () => {
    const { post, received, waits } = await receive([{ status: 503 }, {}])

    expect(await post(JSON_BODY)).toEqual({ n: 1 })
    expect(received).toHaveLength(2)
    expect(received[1]).toEqual(received[0])
    expect(waits).toHaveLength(1)
  })

  it('should wait for the quota as long as it is told', async () => {
    const { post, waits } = await receive([{ headers: { 'retry-after': '7' }, status: 429 }, {}])

    await post({ form: { a: 1 } })

    expect(waits).toEqual([7000])
  })

  it('should be sent again once with new credentials', async () => {
    const { post, received } = await receive([{ status: 401 }, {}], {
      auth: {
        headers: (token) => ({ Authorization: token }),
        login: () => Promise.resolve({ token: 'new' }),
      },
    })

    await post({ multipart: { file: new Blob(['a']) } })

    expect(received).toHaveLength(2)
  })

  it('should not be sent again where the provider says that it is wrong', async () => {
    const { post, received } = await receive([{ status: 422 }])

    expect(await catchError(post(JSON_BODY))).toMatchObject({ code: 'REQUEST_REFUSED' })
    expect(received).toHaveLength(1)
  })

  it.each([
    [307, 'POST'],
    [308, 'POST'],
    [301, 'GET'],
    [302, 'GET'],
    [303, 'GET'],
  ])('should be sent on by status %i as %s', async (status, method) => {
    const { post, received } = await receive([{ headers: { location: '/found' }, status }, {}])

    await post(JSON_BODY)

    const [sent, followed] = received
    expect(followed).toEqual({
      type: method === 'POST' ? sent?.type : '',
      body: method === 'POST' ? sent?.body : '',
      method,
      path: '/found',
    })
  })

  it('should take any kind of answer', async () => {
    const { http } = await receive()
    const body = { form: { a: 1 } }
    const asText = await http.post('/a', { as: 'bytes', body, signal: NEVER })
    const asJson = await http.post('/a', {
      body,
      schema: z.object({ n: z.number() }),
      signal: NEVER,
    })

    expect(Buffer.from(asText).toString()).toBe('{"n":1}')
    expect(asJson).toEqual({ n: 1 })
  })

  it('should end with the reason of an abort', async () => {
    const { http } = await serve(() => undefined)
    const controller = new AbortController()
    const asked = http.post('/a', {
      body: JSON_BODY,
      schema: answerSchema,
      signal: controller.signal,
    })

    controller.abort(new Error('enough'))

    await expect(asked).rejects.toThrow('enough')
  })
})
