import type { PayloadRequest } from 'payload'

import { isIP } from 'node:net'

import { hash } from '../../../shared/hash.js'

type FindClientArgs = {
  /** How many proxies of the project's own a request passes. */
  proxies: number
  req: Pick<PayloadRequest, 'headers' | 'user'>
}

/**
 * Who asks: a user, or an address, which is kept as a hash. What is left of the address that the
 * outermost proxy wrote anybody may have written, and without proxies all of it: then those who are
 * not signed in are one client.
 */
export const findClient = ({ proxies, req: { headers, user } }: FindClientArgs): string => {
  if (user) {
    return `user:${user.collection}:${user.id}`
  }
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const address = proxies > 0 ? hops.at(-proxies) : undefined
  return address && isIP(address) ? `address:${hash(address)}` : 'stranger'
}
