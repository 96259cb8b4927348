import { describe, expect, it } from 'vitest'

import { toTarget } from './toTarget.js'

const BASE = 'https://api.example.com/v3'

const target = (path: string, args: { baseUrl?: string; mayLeave?: boolean } = {}): string =>
  toTarget({
    baseUrl: BASE,
    clean: (text) => text.replaceAll('s3cret', '[redacted]'),
    mayLeave: false,
    path,
    provider: 'P',
    ...args,
  })

describe('toTarget', () => {
  it.each([
    ['/teams', `${BASE}/teams`],
    ['teams', `${BASE}/teams`],
    ['', BASE],
    ['/teams?next=https://evil.example', `${BASE}/teams?next=https://evil.example`],
    ['/a/../b', `${BASE}/b`],
    ['/%2F%2Fevil.example/x', `${BASE}/%2F%2Fevil.example/x`],
    ['/@evil.example/x', `${BASE}/@evil.example/x`],
    ['@evil.example', `${BASE}/@evil.example`],
    ['.evil.example/x', `${BASE}/.evil.example/x`],
    [`${BASE}/teams?page=2`, `${BASE}/teams?page=2`],
    ['https://api.example.com/v4/other', 'https://api.example.com/v4/other'],
    ['https://API.example.com:443/v3/x', `${BASE}/x`],
    ['//api.example.com/v3/x', `${BASE}/x`],
  ])('should stay where the provider is: %s', (path, url) => {
    expect(target(path)).toBe(url)
  })

  it.each([
    'https://evil.example/x',
    'HTTPS://evil.example/x',
    '  https://evil.example/x',
    '\thttps://evil.example/x',
    'https:/evil.example/x',
    'https:evil.example/x',
    'https:\\\\evil.example/x',
    '//evil.example/x',
    '/\\evil.example/x',
    '\\\\evil.example/x',
    '\\/evil.example/x',
    'http://api.example.com/v3/x',
    'https://api.example.com:8443/v3/x',
    'https://api.example.com.evil.example/x',
    'https://api.example.com@evil.example/x',
    'https://user:pass@api.example.com/v3/x',
    'https://user@api.example.com/v3/x',
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:1',
    'https://',
  ])('should refuse to leave: %s', (path) => {
    let url: string | undefined
    try {
      url = target(path)
    } catch (error) {
      expect(error).toMatchObject({ code: 'REQUEST_REFUSED' })
      return
    }
    // A browser takes one that names no host for a path of the same scheme.
    expect(new URL(url).origin).toBe('https://api.example.com')
    expect(path).toMatch(/^https:(?![\\/]{2})/)
  })

  it('should tell no secret that stands in the address', () => {
    expect(() => target('https://s3cret.example/x')).toThrow(
      /^P was not asked, because that address/,
    )
    expect(() => target('https://evil.example/x')).toThrow(/because https:\/\/evil\.example is not/)
  })

  it('should let whole URLs lead elsewhere where nothing goes along', () => {
    expect(target('https://login.example/token', { mayLeave: true })).toBe(
      'https://login.example/token',
    )
    expect(() => target('file:///etc/passwd', { mayLeave: true })).toThrow('P was not asked')
  })
})
