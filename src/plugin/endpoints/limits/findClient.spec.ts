import { expect, it } from 'vitest'

import { findClient } from './findClient.js'

const find = ({ forwarded, proxies }: { forwarded?: string; proxies: number }): string =>
  findClient({
    proxies,
    req: {
      headers: new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      user: null,
    },
  })

it('should believe no address where no proxy is known', () => {
  expect(find({ forwarded: '192.0.2.1', proxies: 0 })).toBe(find({ proxies: 0 }))
  expect(find({ forwarded: '192.0.2.2', proxies: 0 })).toBe(find({ proxies: 0 }))
})

it('should take the address that the outermost proxy saw, whatever the client wrote before it', () => {
  const client = find({ forwarded: '192.0.2.1', proxies: 1 })

  expect(find({ forwarded: '198.51.100.7, 192.0.2.1', proxies: 1 })).toBe(client)
  expect(find({ forwarded: '198.51.100.7, 192.0.2.1, 10.0.0.1', proxies: 2 })).toBe(client)
  expect(find({ forwarded: '192.0.2.2', proxies: 1 })).not.toBe(client)
  expect(client).not.toContain('192.0.2.1')
})

it('should take nothing for an address that is none', () => {
  const stranger = find({ proxies: 1 })

  expect(find({ forwarded: 'unknown', proxies: 1 })).toBe(stranger)
  // It did not pass the second proxy.
  expect(find({ forwarded: '192.0.2.1', proxies: 2 })).toBe(stranger)
})
