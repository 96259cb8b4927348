import { expect, it } from 'vitest'

import { findClient } from './findClient.js'

type FindArgs = { forwarded?: string; proxies?: number; secret?: string }

const find = ({ forwarded, proxies = 1, secret = 'secret' }: FindArgs): string =>
  findClient({
    proxies,
    req: {
      headers: new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      payload: { secret },
      user: null,
    },
  })

it('should believe no address where no proxy is known', () => {
  const stranger = find({ proxies: 0 })

  expect(find({ forwarded: '192.0.2.1', proxies: 0 })).toBe(stranger)
  expect(find({ forwarded: '192.0.2.2', proxies: 0 })).toBe(stranger)
})

it('should take the address that the outermost proxy saw, whatever the client wrote before it', () => {
  const client = find({ forwarded: '192.0.2.1' })

  expect(find({ forwarded: '198.51.100.7, 192.0.2.1' })).toBe(client)
  expect(find({ forwarded: '198.51.100.7, 192.0.2.1, 10.0.0.1', proxies: 2 })).toBe(client)
  expect(find({ forwarded: '192.0.2.2' })).not.toBe(client)
  expect(client).not.toContain('192.0.2.1')
})

it('should take nothing for an address that is none', () => {
  const stranger = find({})

  expect(find({ forwarded: 'unknown' })).toBe(stranger)
  expect(find({ forwarded: '2001:db8::12345' })).toBe(stranger)
  // It did not pass the second proxy.
  expect(find({ forwarded: '192.0.2.1', proxies: 2 })).toBe(stranger)
})

it('should know an address in each way that it is written', () => {
  const client = find({ forwarded: '192.0.2.1' })
  for (const forwarded of ['192.0.2.1:4711', '::ffff:192.0.2.1', '[::ffff:c000:201]:80']) {
    expect(find({ forwarded })).toBe(client)
  }
  // Whoever has one address of IPv6 has all of its half.
  const network = find({ forwarded: '2001:db8::1' })
  for (const forwarded of ['2001:db8:0:0:ffff::9', '[2001:DB8::2]:443', '[2001:db8::2]']) {
    expect(find({ forwarded })).toBe(network)
  }
  expect(find({ forwarded: '2001:db8:0:1::1' })).not.toBe(network)
})

it('should know no more clients than it can count, however many addresses there are', () => {
  const clients = new Set<string>()
  for (let index = 0; index < 40_000; index += 1) {
    clients.add(find({ forwarded: `10.${index % 7}.${(index >> 8) % 256}.${index % 256}` }))
  }

  expect(clients.size).toBeLessThanOrEqual(4096)
  expect(clients.size).toBeGreaterThan(4000)
  // Who shares one with whom cannot be worked out.
  const same = (secret: string) =>
    ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((forwarded) => find({ forwarded, secret }))
  expect(same('one')).not.toEqual(same('another'))
})
