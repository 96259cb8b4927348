import { describe, expect, it } from 'vitest'

import { toRaw } from './toRaw.js'

const secrets = ['hunter2-and-more']

describe('toRaw', () => {
  it('should show a record without what is secret, by value and by name', () => {
    const { text } = toRaw({
      record: {
        accessToken: 'unknown-to-us',
        link: 'https://x.example/?key=hunter2-and-more',
        nested: [{ api_key: 'a', password: 'b', token: null, tokens: 3 }],
        title: '<b>bold</b>',
      },
      secrets,
    })

    expect(text).not.toMatch(/hunter2|unknown-to-us|"a"|"b"/u)
    expect(JSON.parse(text)).toEqual({
      accessToken: '[redacted]',
      link: 'https://x.example/?key=[redacted]',
      nested: [{ api_key: '[redacted]', password: '[redacted]', token: null, tokens: 3 }],
      title: '<b>bold</b>',
    })
  })

  it('should cut what is too long, and tell two of them apart by what was cut', () => {
    const [one, other] = ['a', 'b'].map((end) =>
      toRaw({ record: { text: `${'x'.repeat(30_000)}${end}` }, secrets }),
    )

    expect(one!.text).toHaveLength(20_000 + '\n… 10017 more characters'.length)
    expect(one!.text).toBe(other!.text)
    expect(one!.hash).not.toBe(other!.hash)
  })

  it('should take whatever comes', () => {
    const round: Record<string, unknown> = {}
    round.self = round

    expect(toRaw({ record: round, secrets }).text).toBe('This record (object) cannot be shown.')
    expect(toRaw({ record: undefined, secrets }).text).toBe('undefined')
  })
})
