import ipaddr from 'ipaddr.js'

/** Of a cloud, and in no range that says so. */
const METADATA = ['168.63.129.16']

/** What is given out to be reached from everywhere; all else of IPv6 is for something else. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/** An address of IPv4 in one of IPv6 that a router makes of it, wherever it stands: ISATAP. */
const isIsatap = (address: ipaddr.IPv6): boolean =>
  (address.parts[4]! & 0xfdff) === 0 && address.parts[5] === 0x5efe

type IsPublicAddressArgs = {
  address: string
  /** Ranges that may be reached all the same. */
  allow: readonly string[]
}

/**
 * Whether an address is one of the public internet: not of this machine, this network or a cloud's
 * own, in whatever form it is written, nor one that leads to such an address.
 */
export const isPublicAddress = ({ address, allow }: IsPublicAddressArgs): boolean => {
  // What a zone is for is no public address.
  if (!ipaddr.isValid(address) || address.includes('%')) {
    return false
  }
  // One of IPv4 in one of IPv6 is that of IPv4.
  const parsed = ipaddr.process(address)
  if (allow.some((range) => isWithin({ parsed, range }))) {
    return true
  }
  if (parsed.range() !== 'unicast' || METADATA.includes(parsed.toString())) {
    return false
  }
  return parsed.kind() === 'ipv4' || (parsed.match(GLOBAL) && !isIsatap(parsed as ipaddr.IPv6))
}

type IsWithinArgs = { parsed: ipaddr.IPv4 | ipaddr.IPv6; range: string }

const isWithin = ({ parsed, range }: IsWithinArgs): boolean => {
  const [network, bits] = ipaddr.parseCIDR(range)
  return network.kind() === parsed.kind() && parsed.match([network, bits])
}
