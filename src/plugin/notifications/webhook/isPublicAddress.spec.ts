import { describe, expect, it } from 'vitest'

import { isPublicAddress } from './isPublicAddress.js'

describe('an address', () => {
  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine by another number', '127.255.255.254'],
    ['any address of this machine', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['the network of a provider', '100.64.0.1'],
    ['metadata of a cloud', '100.100.100.200'],
    ['metadata of a cloud', '169.254.169.254'],
    ['metadata of a cloud', '168.63.129.16'],
    ['metadata of a cloud', '192.0.0.192'],
    ['this link', '169.254.1.1'],
    ['examples', '192.0.2.1'],
    ['examples', '198.51.100.7'],
    ['examples', '203.0.113.7'],
    ['measurements', '198.18.0.1'],
    ['many at once', '224.0.0.1'],
    ['nobody', '240.0.0.1'],
    ['all', '255.255.255.255'],
    ['this machine', '::1'],
    ['any address of this machine', '::'],
    ['this link', 'fe80::1'],
    ['this link, by a zone', 'fe80::1%eth0'],
    ['a zone', '2606:4700::1%1'],
    ['a private network', 'fd00::1'],
    ['metadata of a cloud', 'fd00:ec2::254'],
    ['a private network of old', 'fec0::1'],
    ['this machine, mapped', '::ffff:127.0.0.1'],
    ['this machine, mapped, in digits', '::ffff:7f00:1'],
    ['a private network, mapped', '::ffff:10.0.0.1'],
    ['this machine, translated', '::ffff:0:127.0.0.1'],
    ['this machine, in the old way', '::127.0.0.1'],
    ['this machine, by NAT64', '64:ff9b::7f00:1'],
    ['metadata of a cloud, by NAT64', '64:ff9b::169.254.169.254'],
    ['this machine, by NAT64 of a network', '64:ff9b:1::7f00:1'],
    ['this machine, by 6to4', '2002:7f00:1::'],
    ['this machine, by Teredo', '2001:0:4136:e378:8000:63bf:80ff:fffe'],
    ['this machine, by ISATAP', '2606:4700::5efe:7f00:1'],
    ['many at once', 'ff02::1'],
    ['nothing', '100::1'],
    ['examples', '2001:db8::1'],
    ['examples', '3fff::1'],
    ['no address', 'localhost'],
    ['no address', ''],
    ['a short form', '127.1'],
    ['a number', '2130706433'],
    ['hexadecimal digits', '0x7f000001'],
    ['octal digits', '0177.0.0.1'],
  ])('should not be public that is of %s: %s', (_name, address) => {
    expect(isPublicAddress({ address, allow: [] })).toBe(false)
  })

  it.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])(
    'should be public that is of the internet: %s',
    (address) => {
      expect(isPublicAddress({ address, allow: [] })).toBe(true)
    },
  )

  it('should be posted to where its range is allowed, and no other is', () => {
    const allow = ['10.1.0.0/16', 'fd00:1::/32']

    expect(isPublicAddress({ address: '10.1.255.1', allow })).toBe(true)
    expect(isPublicAddress({ address: '::ffff:10.1.0.1', allow })).toBe(true)
    expect(isPublicAddress({ address: 'fd00:1::5', allow })).toBe(true)
    expect(isPublicAddress({ address: '10.2.0.1', allow })).toBe(false)
    expect(isPublicAddress({ address: 'fd00:2::5', allow })).toBe(false)
  })
})
