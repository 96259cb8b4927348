import { describe, expect, it } from 'vitest'

import { redact } from './redact.js'

const SECRET = 'se/cret+1=Ä&"x" \\y'

const html = (text: string, toEntity: (point: number) => string): string =>
  [...text].map((character) => toEntity(character.codePointAt(0)!)).join('')

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('redact', () => {
  it.each([
    ['as it is', SECRET],
    ['in capitals', SECRET.toUpperCase()],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in a URL, with small digits', encodeURIComponent(SECRET).toLowerCase()],
    ['in a URL, as browsers write it', encodeURI(SECRET)],
    ['in a URL, encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['in a URL, every byte', [...Buffer.from(SECRET)].map((b) => `%${b.toString(16)}`).join('')],
    ['in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    [
      'in JSON with its slashes escaped',
      JSON.stringify(SECRET).slice(1, -1).replaceAll('/', '\\/'),
    ],
    ['in JSON in ASCII', html(SECRET, (point) => `\\u${point.toString(16).padStart(4, '0')}`)],
    ['in HTML', escapeHtml(SECRET)],
    ['in HTML, escaped twice', escapeHtml(escapeHtml(SECRET))],
    ['in HTML as numbers', html(SECRET, (point) => `&#${point};`)],
    ['in HTML as hexadecimal numbers', html(SECRET, (point) => `&#X00${point.toString(16)};`)],
    ['as hexadecimal digits', Buffer.from(SECRET).toString('hex')],
    ['as capital hexadecimal digits', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['as base64', base64(SECRET)],
    ['as base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['as base64 in a URL', encodeURIComponent(base64(SECRET))],
  ])('should replace a secret %s', (_name, written) => {
    expect(redact({ secrets: [SECRET], text: `asked with <${written}> twice: ${written}.` })).toBe(
      'asked with <[redacted]> twice: [redacted].',
    )
  })

  it.each(['', 'u', 'us', 'user:', 'user1:', 'user12:'])(
    'should leave nothing of it in base64 behind "%s"',
    (before) => {
      for (const after of ['', '!', '!!', ':end']) {
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = Buffer.from(before + SECRET + after).toString(encoding)
          const clean = redact({ secrets: [SECRET], text: `Basic ${text}` })
          expect(clean).toContain('[redacted]')
          const rest = clean.replace('Basic ', '').split('[redacted]')
          expect(rest.map((part) => Buffer.from(part, encoding).toString()).join()).not.toMatch(
            /cret/,
          )
          expect(rest.join('').length).toBeLessThan(before.length * 2 + after.length * 2 + 4)
        }
      }
    },
  )

  it('should replace the longer of two secrets of which one is part of the other', () => {
    expect(redact({ secrets: ['abcd', 'abcdefgh'], text: 'abcdefgh and abcd' })).toBe(
      '[redacted] and [redacted]',
    )
  })

  it('should not garble a text because a secret is empty, tiny or made of signs', () => {
    const text = 'a plain answer (with .* signs)'
    expect(redact({ secrets: ['', 'a', 'abc', '.*.*'], text })).toBe(text)
    expect(redact({ secrets: [], text })).toBe(text)
  })

  it('should not take long over a long text', () => {
    const text = 'se/cret+1'.repeat(50_000)
    const at = performance.now()
    expect(redact({ secrets: [SECRET, 'another-secret-of-32-characters-'], text })).toBe(text)
    expect(performance.now() - at).toBeLessThan(2000)
  })
})
