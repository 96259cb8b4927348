import { describe, expect, it } from 'vitest'

import { parseLosslessJson } from './parseLosslessJson.js'

describe('parseLosslessJson', () => {
  it.each([
    ['7615917337495251231', '7615917337495251231'],
    ['-7615917337495251231', '-7615917337495251231'],
    ['[9007199254740993,9007199254740991]', ['9007199254740993', Number.MAX_SAFE_INTEGER]],
    ['{"id":9007199254740992}', { id: '9007199254740992' }],
    ['{"a":{"b":[ 12345678901234567890123 ]}}', { a: { b: ['12345678901234567890123'] } }],
  ])('should keep every digit of %s', (text, value) => {
    expect(parseLosslessJson(text)).toEqual(value)
  })

  it.each([
    '{"text":"id 7615917337495251231, \\"9007199254740993\\" \\\\","7615917337495251231":1}',
    '[0.1234567890123456789,3.14159265358979312e2,1e30,12345678901234567890e-5,1234567890123456]',
    '{"a":"\\\\","b":1234567890123456}',
    '"7615917337495251231"',
    '[true,null,-0,12]',
  ])('should take everything else as JSON does: %s', (text) => {
    expect(parseLosslessJson(text)).toEqual(JSON.parse(text))
  })

  it.each(['{7615917337495251231:1}', '[7615917337495251231', '07615917337495251231', ''])(
    'should refuse what is no JSON: %s',
    (text) => {
      expect(() => parseLosslessJson(text)).toThrow(SyntaxError)
    },
  )

  it('should read a text of millions of escapes, as PHP writes every other letter', () => {
    const escapes = 8_000_000
    const text = `{"id":12345678901234567890,"page":"${'\\n'.repeat(escapes)}"}`
    const { id, page } = parseLosslessJson(text) as { id: string; page: string }

    expect({ id, length: page.length }).toEqual({ id: '12345678901234567890', length: escapes })
  })

  it('should not take long over long texts', () => {
    const long = JSON.stringify({ id: 1, text: '"\\'.repeat(500_000) })
    expect(parseLosslessJson(`[${long},7615917337495251231]`)).toHaveLength(2)
  })
})
