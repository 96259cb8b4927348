import { describe, expect, it } from 'vitest'

import { findKeyId, openText, sealText, toKeyId } from './sealText.js'

const SECRET = 'the secret of the project'
const seal = (text = 'a password', context = 'library/north') =>
  sealText({ context, secret: SECRET, text })

describe('sealText', () => {
  it('should give the text back to whoever has the secret and knows where it belongs', () => {
    const sealed = seal('pässwörd "1" \n 🔑')

    expect(openText({ context: 'library/north', sealed, secrets: [SECRET] })).toBe(
      'pässwörd "1" \n 🔑',
    )
  })

  it('should never seal the same text to the same thing twice', () => {
    const sealed = Array.from({ length: 100 }, () => seal())

    expect(new Set(sealed).size).toBe(100)
    expect(new Set(sealed.map((text) => text.split('.')[2])).size).toBe(100)
  })

  it('should hold neither the text nor the secret', () => {
    const sealed = seal()

    for (const part of sealed.split('.').map((text) => Buffer.from(text, 'base64url'))) {
      expect(part.includes('a password')).toBe(false)
      expect(part.includes(SECRET)).toBe(false)
    }
  })

  it('should not open in another place', () => {
    expect(() => openText({ context: 'library/south', sealed: seal(), secrets: [SECRET] })).toThrow(
      expect.objectContaining({ code: 'SEALED' }),
    )
  })

  it('should not open once any part of it was changed', () => {
    const parts = seal().split('.')

    for (const index of [1, 2, 3, 4]) {
      const changed = parts.with(index, Buffer.from(`x${parts[index]}`).toString('base64url'))
      expect(() =>
        openText({ context: 'library/north', sealed: changed.join('.'), secrets: [SECRET] }),
      ).toThrow(expect.objectContaining({ code: 'SEALED' }))
    }
  })

  it('should not take a shorter tag', () => {
    const parts = seal().split('.')
    const tag = Buffer.from(parts[4]!, 'base64url').subarray(0, 4).toString('base64url')

    expect(() =>
      openText({
        context: 'library/north',
        sealed: parts.with(4, tag).join('.'),
        secrets: [SECRET],
      }),
    ).toThrow(expect.objectContaining({ code: 'SEALED' }))
  })

  it('should open with whichever secret it was sealed with, and with no other', () => {
    const sealed = seal()

    expect(openText({ context: 'library/north', sealed, secrets: ['a new one', SECRET] })).toBe(
      'a password',
    )
    expect(() => openText({ context: 'library/north', sealed, secrets: ['a new one'] })).toThrow(
      expect.objectContaining({ message: expect.stringContaining('rotate-keys') }),
    )
  })

  it('should name the key it was sealed with', () => {
    expect(findKeyId(seal())).toBe(toKeyId(SECRET))
    expect(findKeyId('a password')).toBeUndefined()
    expect(toKeyId('another')).not.toBe(toKeyId(SECRET))
  })
})
