import { describe, expect, it } from 'vitest'

import { createKeyring } from './createKeyring.js'
import { getKeyId, isSealedWithCurrentKey, open, seal } from './seal.js'

const keyring = createKeyring({ secret: 'the secret of the project' })
const context = 'connections/library/north'

it.each(['', 'pässwörd "\\ 😀', '{"password":"x"}', 'x'.repeat(100_000)])(
  'should open what it sealed: %.20s',
  (value) => {
    const sealed = seal({ context, keyring, value })

    expect(open({ context, keyring, sealed })).toBe(value)
    expect(sealed).toMatch(/^s1\.[\da-f]{16}\.[\w-]+$/)
  },
)

it('should show nothing of the text, and not that two are equal', () => {
  const sealed = [1, 2].map(() => seal({ context, keyring, value: 'my-password' }))

  expect(sealed[0]).not.toBe(sealed[1])
  for (const text of sealed) {
    expect(Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain(
      'password',
    )
  }
})

it('should make the same keys of the same secrets, wherever', () => {
  const sealed = seal({ context, keyring, value: 'v' })
  const other = createKeyring({ secret: 'the secret of the project' })

  expect(open({ context, keyring: other, sealed })).toBe('v')
})

describe('after the secret was changed', () => {
  const sealed = seal({ context, keyring, value: 'v' })

  it('should open with the old secret, and say that it is to be sealed anew', () => {
    const renewed = createKeyring({
      oldSecrets: ['older still', 'the secret of the project'],
      secret: 'a new one',
    })

    expect(open({ context, keyring: renewed, sealed })).toBe('v')
    expect(isSealedWithCurrentKey({ keyring, sealed })).toBe(true)
    expect(isSealedWithCurrentKey({ keyring: renewed, sealed })).toBe(false)
    expect(
      isSealedWithCurrentKey({
        keyring: renewed,
        sealed: seal({ context, keyring: renewed, value: 'v' }),
      }),
    ).toBe(true)
  })

  it('should name the key that is missing', () => {
    expect(() => open({ context, keyring: createKeyring({ secret: 'another' }), sealed })).toThrow(
      expect.objectContaining({
        code: 'SECRET_UNREADABLE',
        message: expect.stringContaining(`the key ${getKeyId(sealed)}`) as string,
      }),
    )
  })
})

it('should open it in no other place', () => {
  const sealed = seal({ context, keyring, value: 'v' })

  expect(() => open({ context: 'connections/library/south', keyring, sealed })).toThrow(
    'belongs elsewhere',
  )
})

it('should notice every change', () => {
  const sealed = seal({ context, keyring, value: 'value' })
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    const other = `s1.${keyring.current.id}.${changed.toString('base64url')}`

    expect(() => open({ context, keyring, sealed: other })).toThrow('cannot be decrypted')
  }
})

it.each(['', 'plain', 's1.abc.def', `s1.${keyring.current.id}.`, `s1.${keyring.current.id}.AAAA`])(
  'should not open what was never sealed: "%s"',
  (sealed) => {
    expect(() => open({ context, keyring, sealed })).toThrow('cannot be decrypted')
  },
)
