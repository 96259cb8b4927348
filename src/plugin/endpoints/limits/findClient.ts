import type { PayloadRequest } from 'payload'

import { createHmac } from 'node:crypto'
import { isIP, SocketAddress } from 'node:net'

type FindClientArgs = {
  /** How many proxies of the project's own a request passes. */
  proxies: number
  req: { payload: Pick<PayloadRequest['payload'], 'secret'> } & Pick<
    PayloadRequest,
    'headers' | 'user'
  >
}

/**
 * Hexadecimal digits that stand for an address: 4,096 clients, so that whoever has any number of
 * addresses makes no more rows than that. Which addresses share one nobody knows without the secret.
 */
const DIGITS = 3

/** How an address is written with its port: `192.0.2.1:80`, `[2001:db8::1]:80`. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|([^:]+):\d+)$/

/**
 * Who asks: a user, or an address, of which nothing is kept but a few digits of a hash. What is left
 * of the address that the outermost proxy wrote anybody may have written, and without proxies all of
 * it: then those who are not signed in are one client.
 */
export const findClient = ({ proxies, req }: FindClientArgs): string => {
  const { headers, payload, user } = req
  if (user) {
    return `user:${user.collection}:${user.id}`
  }
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const hop = proxies > 0 ? hops.at(-proxies) : undefined
  const network = hop === undefined ? null : toNetwork(hop)
  return network === null
    ? 'stranger'
    : `address:${createHmac('sha256', payload.secret).update(network).digest('hex').slice(0, DIGITS)}`
}

/** What one customer of a network has: an address of IPv4, or the first half of one of IPv6. */
const toNetwork = (hop: string): null | string => {
  const [, bracketed, plain] = WITH_PORT.exec(hop) ?? []
  const address = bracketed ?? plain ?? hop
  const family = isIP(address)
  if (family !== 6) {
    return family === 4 ? address : null
  }
  const { address: short } = new SocketAddress({ address, family: 'ipv6' })
  const mapped = /^::ffff:([\d.]+)$/.exec(short)?.[1]
  if (mapped !== undefined) {
    return mapped
  }
  const [front = '', back] = short.split('::')
  const groups = front.split(':').filter(Boolean)
  const behind = back?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: 8 - groups.length - behind.length }, () => '0')
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':')
}
