import type { IncomingMessage, RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { PostSafelyArgs, Resolve } from './postSafely.js'

import { postSafely } from './postSafely.js'

type Got = { body: string; headers: IncomingMessage['headers']; url: string | undefined }

const got: Got[] = []
let answer: RequestListener
let port: number

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += String(part)
  })
  request.on('end', () => {
    got.push({ body, headers: request.headers, url: request.url })
    answer(request, response)
  })
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})

afterAll(() => new Promise((done) => server.close(done)))

beforeEach(() => {
  got.length = 0
  answer = (_request, response) => response.end('taken')
})

/** Of the server alone, so that all else of this machine stays private. */
const LOCAL = ['127.0.0.1/32']

const post = (args: Partial<PostSafelyArgs>) =>
  postSafely({
    allow: [],
    body: '{"a":"ä"}',
    headers: { 'x-own': '1' },
    signal: new AbortController().signal,
    url: `http://127.0.0.1:${port}/hook`,
    ...args,
  })

/** A name server that answers the next of these each time it is asked. */
const answering = (...answers: string[][]): { asked: () => number; resolve: Resolve } => {
  let asked = 0
  return {
    asked: () => asked,
    resolve: () => {
      const addresses = answers[Math.min(asked, answers.length - 1)]!
      asked += 1
      return Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    },
  }
}

describe('an address that is written out', () => {
  it.each([
    ['127.0.0.1'],
    ['127.1'],
    ['127.0.1'],
    ['2130706433'],
    ['017700000001'],
    ['0x7f000001'],
    ['0x7f.0.0.1'],
    ['0177.0.0.01'],
    ['①②⑦.0.0.1'],
    ['0'],
    ['[::1]'],
    ['[0:0:0:0:0:0:0:1]'],
    ['[::ffff:127.0.0.1]'],
    ['[::ffff:7f00:1]'],
    ['[64:ff9b::7f00:1]'],
    ['169.254.169.254'],
    ['[fd00:ec2::254]'],
  ])('should be refused before anything is sent: %s', async (host) => {
    await expect(post({ url: `http://${host}:${port}/` })).rejects.toThrow(/private network/)
    expect(got).toEqual([])
  })

  it.each([
    'http://[fe80::1%25eth0]/',
    'ftp://1.1.1.1/',
    'file:///etc/passwd',
    'http://',
    'gopher:x',
  ])('should be refused that is no address of the web: %s', async (url) => {
    await expect(post({ url })).rejects.toThrow(/http: and https: only/)
  })

  it('should be posted to where it is allowed, with what it is sent', async () => {
    expect(await post({ allow: LOCAL })).toMatchObject({ body: 'taken', status: 200 })
    expect(got).toMatchObject([{ body: '{"a":"ä"}', headers: { 'x-own': '1' }, url: '/hook' }])
  })
})

describe('a host', () => {
  const url = (host = 'hooks.example') => `http://${host}:${port}/hook`

  it('should be refused when any address of it is private', async () => {
    const { resolve } = answering(['93.184.216.34', '10.0.0.5'])
    await expect(post({ resolve, url: url() })).rejects.toThrow(/10\.0\.0\.5 is of a private/)
    await expect(
      post({ resolve: answering(['::ffff:10.0.0.5']).resolve, url: url('localhost.') }),
    ).rejects.toThrow(/private/)
    await expect(post({ resolve: answering([]).resolve, url: url() })).rejects.toThrow(/no address/)
    expect(got).toEqual([])
  })

  it('should be connected to where it was looked at, whatever is answered later', async () => {
    const honest = answering(['127.0.0.1'], ['10.0.0.5'])
    expect(await post({ allow: LOCAL, resolve: honest.resolve, url: url() })).toMatchObject({
      status: 200,
    })
    expect(honest.asked()).toBe(1)
    expect(got[0]!.headers.host).toBe(`hooks.example:${port}`)
  })
})

describe('a redirect', () => {
  const redirect = (location: string, status = 307) => {
    answer = ({ url }, response) =>
      url === '/hook' ? response.writeHead(status, { location }).end() : response.end('there')
  }

  it('should be followed with all that was sent, where its address may be posted to', async () => {
    redirect('/moved', 308)
    expect(await post({ allow: LOCAL })).toMatchObject({ body: 'there', status: 200 })
    expect(got.map(({ body, url }) => [url, body])).toEqual([
      ['/hook', '{"a":"ä"}'],
      ['/moved', '{"a":"ä"}'],
    ])
  })

  it.each([
    ['this machine', 'http://[::1]/'],
    ['metadata', 'http://169.254.169.254/latest/meta-data'],
    ['a number', 'http://3232235777/'],
  ])('should be refused to %s', async (_name, location) => {
    redirect(location)
    await expect(post({ allow: LOCAL })).rejects.toThrow(/private network/)
    expect(got).toHaveLength(1)
  })

  it('should be looked at anew, so that a name that changes its address is refused', async () => {
    redirect(`http://hooks.example:${port}/moved`)
    const { asked, resolve } = answering(['127.0.0.1'], ['192.168.0.9'])
    await expect(
      post({ allow: LOCAL, resolve, url: `http://hooks.example:${port}/hook` }),
    ).rejects.toThrow(/192\.168\.0\.9/)
    expect(asked()).toBe(2)
    expect(got).toHaveLength(1)
  })

  it('should be no way to another scheme, nor round in circles', async () => {
    redirect('file:///etc/passwd')
    await expect(post({ allow: LOCAL })).rejects.toThrow(/http: and https: only/)
    redirect('/hook')
    await expect(post({ allow: LOCAL })).rejects.toThrow(/more than 3 times/)
  })

  it('should not be followed that would ask for something else', async () => {
    redirect('/moved', 302)
    expect(await post({ allow: LOCAL })).toMatchObject({ status: 302 })
    expect(got).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('should be read as far as somebody reads', async () => {
    answer = (_request, response) => response.end('x'.repeat(1_000_000))
    expect((await post({ allow: LOCAL })).body).toHaveLength(2000)
  })

  it('should not be waited for by whoever gives up', async () => {
    const controller = new AbortController()
    answer = () => controller.abort()
    await expect(post({ allow: LOCAL, signal: controller.signal })).rejects.toThrow(/not answered/)
  })

  it('should be missed in words where nobody listens', async () => {
    await expect(post({ allow: LOCAL, url: 'http://127.0.0.1:1/' })).rejects.toThrow(
      /127\.0\.0\.1:1 cannot be reached/,
    )
  })
})
