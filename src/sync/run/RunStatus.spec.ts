import { describe, expect, it } from 'vitest'

import type { RunStatus } from './RunStatus.js'

import { assertMove, mayBeRetried, RUN_STATUSES } from './RunStatus.js'

const LEGAL: readonly { from: RunStatus; to: RunStatus }[] = [
  { from: 'queued', to: 'running' },
  { from: 'queued', to: 'cancelled' },
  { from: 'queued', to: 'failed' },
  { from: 'running', to: 'completed' },
  { from: 'running', to: 'partial' },
  { from: 'running', to: 'failed' },
  { from: 'running', to: 'cancelled' },
  { from: 'running', to: 'queued' },
  { from: 'partial', to: 'queued' },
  { from: 'failed', to: 'queued' },
  { from: 'cancelled', to: 'queued' },
]

const ILLEGAL = RUN_STATUSES.flatMap((from) => RUN_STATUSES.map((to) => ({ from, to }))).filter(
  (move) => !LEGAL.some(({ from, to }) => from === move.from && to === move.to),
)

describe('assertMove', () => {
  it.each(LEGAL)('should let a $from run become $to', (move) => {
    expect(assertMove(move)).toEqual(move)
  })

  it.each(ILLEGAL)('should keep a $from run from becoming $to', (move) => {
    expect(() => assertMove(move)).toThrow(`A ${move.from} run cannot become ${move.to}.`)
  })
})

describe('mayBeRetried', () => {
  it.each([
    ['partial', 'PROVIDER_UNAVAILABLE', true],
    ['partial', 'RECORDS_INVALID', false],
    ['partial', 'SUSPICIOUS_ABSENCE', false],
    ['failed', 'RECORDS_INVALID', true],
    ['cancelled', undefined, true],
    ['completed', undefined, false],
    ['running', undefined, false],
  ] as const)('should say of a %s run that ended with %s: %s', (status, code, may) => {
    expect(mayBeRetried({ error: code ? { code } : null, status })).toBe(may)
  })
})
