import { describe, expect, it } from 'vitest'

import type { RunStatus } from './RunStatus.js'

import { assertMove, RUN_STATUSES } from './RunStatus.js'

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
