import { describe, expect, it } from 'vitest'

import { findSignatureProblem, toSignature, WINDOW_MS } from './signature.js'

const NOW = Date.UTC(2026, 0, 1)

/** A call of its own for each test: a process takes the same one once. */
const toCall = (body: string) => ({ body, now: NOW, secret: 'our secret' })

describe('the signature of a call', () => {
  it('should be taken once', () => {
    const call = toCall('first')
    const header = toSignature(call)
    expect(findSignatureProblem({ ...call, header })).toBeUndefined()
    expect(findSignatureProblem({ ...call, header })).toBe('used')
    // The same words, sent again by their author.
    const again = { ...call, now: NOW + 1 }
    expect(findSignatureProblem({ ...again, header: toSignature(again) })).toBeUndefined()
  })

  it('should be taken within five minutes, whichever clock is ahead', () => {
    const call = toCall('late')
    const header = toSignature(call)
    const at = (ms: number) => findSignatureProblem({ ...call, header, now: NOW + ms })
    expect(at(WINDOW_MS + 1)).toBe('expired')
    expect(at(-WINDOW_MS - 1)).toBe('expired')
    expect(at(-WINDOW_MS)).toBeUndefined()
    expect(at(WINDOW_MS)).toBe('used')
  })

  it.each([
    ['no header', null],
    ['no signature', 't=1'],
    ['a short one', `t=${NOW},v1=00`],
    ['another secret', toSignature({ ...toCall('body'), secret: 'another' })],
    ['another body', toSignature(toCall('another'))],
    ['another moment', toSignature(toCall('body')).replace(`t=${NOW}`, `t=${NOW + 1}`)],
  ])('should be refused with %s', (_, header) => {
    expect(findSignatureProblem({ ...toCall('body'), header })).toBe('invalid')
  })
})
