import { describe, expect, it } from 'vitest'

import { redact } from './redact.js'

describe('redact', () => {
  it('should replace a secret wherever it stands, also as a URL writes it', () => {
    const text = redact({
      secrets: ['se/cret=1'],
      text: 'asked /x?token=se%2Fcret%3D1 with "se/cret=1"',
    })

    expect(text).toBe('asked /x?token=[redacted] with "[redacted]"')
  })

  it('should not garble a text because a secret is empty or tiny', () => {
    expect(redact({ secrets: ['', 'a'], text: 'a plain answer' })).toBe('a plain answer')
  })
})
