import type { ServerResponse } from 'node:http'

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { AnswerKind, HttpAnswer, HttpFacts } from '../../sdk/index.js'

import { catchError, NEVER, replay, serve } from './testClient.fixture.js'

type SendArgs = { body: Buffer | string; status?: number; type?: string }

/** A client of a server that sends these bytes, asked once. */
const send = ({ type, body, status = 200 }: SendArgs, facts: Partial<HttpFacts> = {}) =>
  serve(
    ({ response }) => {
      response.writeHead(status, type === undefined ? {} : { 'content-type': type })
      response.end(body)
    },
    { attempts: 1, facts },
  )

const anything = z.unknown()

const BOOK = '<book id="007"><title>Über Bücher</title><author/><author>B&amp;B</author></book>'

describe('an answer as text', () => {
  it.each(['text/csv; charset=utf-8', 'text/plain', 'application/json', 'application/csv'])(
    'should be what was sent, as %s',
    async (type) => {
      const { http } = await send({ type, body: 'id;title\r\n007;Bücher\r\n' }, CSV)

      const text: string = await http.get('/a', { as: 'text', signal: NEVER })

      expect(text).toBe('id;title\r\n007;Bücher\r\n')
    },
  )

  it.each([
    ['the charset it names', 'text/csv; charset=windows-1252', Buffer.from('Bücher', 'latin1')],
    ['its byte order mark', 'text/csv', Buffer.from('\ufeffBücher', 'utf16le')],
    ['UTF-8, without its mark', 'text/csv', Buffer.from('\ufeffBücher')],
  ])('should be decoded with %s', async (_name, type, body) => {
    const { http } = await send({ type, body })

    expect(await http.get('/a', { as: 'text', signal: NEVER })).toBe('Bücher')
  })
})

/** JSON is taken as text where a provider sends lists so. */
const CSV = { contentTypes: ['application/json'] }

describe('an answer as HTML', () => {
  const PAGE =
    '<!doctype html><html><head><meta charset="iso-8859-1"></head><body><p class="name">Müller &amp; ' +
    'Söhne<p class="name">Unclosed<script id="data">{"a":"&amp;"}</script></body></html>'

  it('should be searched with selectors, and read as a person reads it', async () => {
    const { http } = await send({ type: 'text/html', body: Buffer.from(PAGE, 'latin1') })

    const page = await http.get('/a', { as: 'html', signal: NEVER })

    expect(page.querySelectorAll('p.name').map(({ text }) => text)).toContain('Müller & Söhne')
    expect(page.querySelector('#data')?.rawText).toBe('{"a":"&amp;"}')
    expect(page.querySelector('meta')?.getAttribute('charset')).toBe('iso-8859-1')
  })

  it('should be asked for as HTML', async () => {
    const { http, requests } = await replay({
      body: PAGE,
      headers: { 'content-type': 'text/html' },
    })

    await http.get('/a', { as: 'html', signal: NEVER })

    expect(requests[0]?.headers.accept).toMatch(/^text\/html/)
  })
})

describe('an answer as XML', () => {
  const ask = async (answer: SendArgs) => {
    const { http } = await send(answer)
    return await http.get('/a', { as: 'xml', schema: anything, signal: NEVER })
  }

  it('should keep attributes and texts as they are, and every list a list', async () => {
    const { http } = await send({ type: 'application/xml', body: BOOK })

    const book = await http.get('/a', {
      as: 'xml',
      schema: z.object({
        attributes: z.object({ id: z.string() }),
        elements: z.object({
          author: z.array(z.object({ text: z.string() })),
          title: z.tuple([z.object({ text: z.string() })]),
        }),
      }),
      signal: NEVER,
    })

    expect(book).toEqual({
      attributes: { id: '007' },
      elements: { author: [{ text: '' }, { text: 'B&B' }], title: [{ text: 'Über Bücher' }] },
    })
  })

  it('should be put to its schema', async () => {
    const { http } = await send({ type: 'application/xml', body: BOOK })
    const schema = z.object({ attributes: z.object({ isbn: z.string() }) })

    expect(await catchError(http.get('/a', { as: 'xml', schema, signal: NEVER }))).toMatchObject({
      code: 'INVALID_ANSWER',
      message: expect.stringContaining('isbn') as string,
    })
  })

  it.each([
    ['the charset of the header', 'text/xml; charset=iso-8859-1', ''],
    ['the charset it declares', 'text/xml', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
  ])('should be decoded with %s', async (_name, type, declaration) => {
    const body = Buffer.from(`${declaration}${BOOK}`, 'latin1')

    expect(await ask({ type, body })).toMatchObject({
      elements: { title: [{ text: 'Über Bücher' }] },
    })
  })

  it.each([
    ['a document type', '<!DOCTYPE book SYSTEM "http://127.0.0.1:1/book.dtd"><book/>'],
    ['an entity', `<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><b>&x;</b>`],
    [
      'a bomb of entities',
      '<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><b>&c;</b>',
    ],
  ])('should be refused for %s, and not asked for again', async (_name, body) => {
    const error = await catchError(ask({ type: 'text/xml', body }))

    expect(error).toMatchObject({ code: 'INVALID_ANSWER', isRetryable: false })
    expect(error.message).toMatch(
      /^Test provider answered \/a: The XML holds (?:a document|the ent)/,
    )
  })

  it('should be named with the place where it breaks off', async () => {
    const error = await catchError(ask({ type: 'text/xml', body: '<book><title>Ha' }))

    expect(error.code).toBe('PROVIDER_UNAVAILABLE')
    expect(error.message).toBe(
      'Test provider answered /a with status 200 and 15 characters of text/xml that are not ' +
        'whole XML: Missing end tag for element title (line 1, column 14).',
    )
  })

  it('should be refused when it is nested deeper than anybody writes', async () => {
    const body = '<a>'.repeat(200_000) + '</a>'.repeat(200_000)

    expect(await catchError(ask({ type: 'text/xml', body }))).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    })
  })
})

describe('an answer as bytes', () => {
  it('should be what was sent, whatever its type', async () => {
    const body = gzipSync('a file')
    const { http } = await send({ type: 'application/octet-stream', body })

    const bytes: Uint8Array = await http.get('/a', { as: 'bytes', signal: NEVER })

    expect(Buffer.from(bytes)).toEqual(body)
  })
})

describe('an answer of another type', () => {
  it.each([
    ['text', 'image/png', 'image/png instead of text'],
    ['text', 'text/html', 'HTML instead of text'],
    ['html', 'application/json', 'application/json instead of HTML'],
    ['xml', 'application/json', 'application/json instead of XML'],
    ['xml', 'text/html', 'HTML instead of XML'],
  ] as const)('should not be taken as %s when it is %s', async (as, type, told) => {
    const { http } = await send({ type, body: '<a/>' })
    const args = { as, schema: anything, signal: NEVER } as { as: 'text'; signal: AbortSignal }

    await expect(http.get('/a', args)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: `Test provider answered /a with status 200 and 4 characters of ${told}.`,
    })
  })
})

describe('what failures are found in', () => {
  const told = async (as: AnswerKind, answer: SendArgs): Promise<unknown> => {
    const answers: HttpAnswer[] = []
    const { http } = await send(answer, {
      findFailure: (found) => {
        answers.push(found)
        return { kind: 'accessDenied', message: 'not yours' }
      },
    })
    const args = { as, schema: anything, signal: NEVER } as { as: 'text'; signal: AbortSignal }
    await expect(http.get('/a', args)).rejects.toMatchObject({ code: 'ACCESS_DENIED' })
    return answers[0]?.body
  }

  it.each(['json', 'text', 'html', 'xml', 'bytes'] as const)(
    'should be JSON as its value where %s was asked for',
    async (as) => {
      const body = '{"error":"no"}'

      expect(await told(as, { type: 'application/json', body })).toEqual({ error: 'no' })
    },
  )

  it.each(['text', 'html', 'xml'] as const)('should be the text of %s', async (as) => {
    expect(await told(as, { type: 'text/plain', body: 'Sign in' })).toBe('Sign in')
  })

  it.each(['bytes', 'stream'] as const)('should be nothing of good %s', async (as) => {
    expect(await told(as, { type: 'application/zip', body: 'PK' })).toBeUndefined()
  })

  it.each(['bytes', 'stream'] as const)('should be the text where no %s came', async (as) => {
    expect(await told(as, { type: 'text/plain', body: 'Too early', status: 425 })).toBe('Too early')
  })
})

describe('the most bytes', () => {
  const kinds = ['json', 'text', 'html', 'xml', 'bytes'] as const

  it.each(kinds)('should hold for %s by the facts', async (as) => {
    const { http } = await send({ body: `"${'a'.repeat(2000)}"` }, { maxBytes: 1000 })
    const args = { as, schema: anything, signal: NEVER } as { as: 'text'; signal: AbortSignal }

    await expect(http.get('/a', args)).rejects.toMatchObject({
      code: 'INVALID_ANSWER',
      message: 'Test provider answered /a with more than 1000 bytes, so the rest was not read.',
    })
  })

  it.each(['html', 'xml'] as const)(
    'should be fewer for %s, which is read in one go',
    async (as) => {
      const { http } = await send({ body: `<a>${'a'.repeat(10_000_001)}</a>` })
      const args = { as, schema: anything, signal: NEVER } as { as: 'html'; signal: AbortSignal }

      expect(await catchError(http.get('/a', args))).toMatchObject({ code: 'INVALID_ANSWER' })
    },
  )

  it('should be raised for one request', async () => {
    const { http } = await send({ body: 'a'.repeat(2000) }, { maxBytes: 1000 })

    const text = await http.get('/a', { as: 'text', maxBytes: 2000, signal: NEVER })

    expect(text).toHaveLength(2000)
  })
})

describe('an answer as a stream', () => {
  const CHUNK = 'a'.repeat(1000)

  it('should hand on what comes before the rest is there', async () => {
    let rest: ServerResponse | undefined
    const { http } = await serve(({ response }) => {
      rest = response
      response.write(CHUNK)
    })

    const stream = await http.get('/a', { as: 'stream', signal: NEVER })
    const lengths: number[] = []
    for await (const chunk of stream) {
      lengths.push(chunk.length)
      rest?.end(CHUNK)
    }

    expect(lengths).toEqual([1000, 1000])
  })

  it('should end with an error where it is too long, and let go of the connection', async () => {
    let response: ServerResponse | undefined
    const { http } = await serve(
      (args) => {
        response = args.response
        const write = (): void => {
          while (!args.response.destroyed && args.response.write(CHUNK)) {
            // Goes on until the other side stops reading.
          }
        }
        args.response.on('drain', write)
        write()
      },
      { facts: { maxBytes: 100_000 } },
    )

    const stream = await http.get('/a', { as: 'stream', signal: NEVER })

    await expect(readAll(stream)).rejects.toMatchObject({ code: 'INVALID_ANSWER' })
    expect(response?.writableFinished).toBe(false)
  })

  it('should end with the reason of an abort', async () => {
    const { http } = await serve(({ response }) => {
      response.write(CHUNK)
    })
    const controller = new AbortController()
    const stream = await http.get('/a', { as: 'stream', signal: controller.signal })
    const reader = stream.getReader()
    await reader.read()

    controller.abort(new Error('enough'))

    await expect(reader.read()).rejects.toThrow('enough')
  })

  it('should end with an error where the provider falls silent', async () => {
    const { http } = await serve(
      ({ response }) => {
        response.write(CHUNK)
      },
      { facts: { timeoutMs: 200 } },
    )

    const stream = await http.get('/a', { as: 'stream', signal: NEVER })

    await expect(readAll(stream)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Test provider did not answer /a within 0.2 seconds.',
    })
  })

  it('should not take a slow reader for a silent provider', async () => {
    const { http } = await serve(
      ({ response }) => {
        response.end(CHUNK)
      },
      { facts: { timeoutMs: 100 } },
    )

    const stream = await http.get('/a', { as: 'stream', signal: NEVER })
    await new Promise((resolve) => {
      AbortSignal.timeout(200).addEventListener('abort', resolve)
    })

    expect(await readAll(stream)).toBe(1000)
  })

  it('should end with an error where it breaks off, without a secret', async () => {
    const { http } = await serve(({ response }) => {
      response.write(CHUNK, () => response.destroy())
    })

    const stream = await http.get('/a', { as: 'stream', signal: NEVER })

    await expect(readAll(stream)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })

  it('should be asked for again while it has not begun', async () => {
    const { http, requests } = await replay([{ status: 503 }, { body: CHUNK }])

    const stream = await http.get('/a', { as: 'stream', signal: NEVER })

    expect(await readAll(stream)).toBe(1000)
    expect(requests).toHaveLength(2)
  })
})

const readAll = async (stream: AsyncIterable<Uint8Array>): Promise<number> => {
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
  }
  return length
}
