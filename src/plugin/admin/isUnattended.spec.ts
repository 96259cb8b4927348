import { expect, it } from 'vitest'

import { isUnattended } from './isUnattended.js'
import { toRun } from './run.fixture.js'

const createdAt = '2025-04-01T12:00:00.000Z'
const waiting = toRun({ attempt: 0, createdAt, status: 'queued' })
const soon = Date.parse(createdAt) + 30_000
const later = Date.parse(createdAt) + 61_000

it('should say so when a run has waited for more than a minute', () => {
  expect(isUnattended({ now: later, runs: [waiting] })).toBe(true)
})

it('should be patient for a minute', () => {
  expect(isUnattended({ now: soon, runs: [waiting] })).toBe(false)
})

it('should see that somebody works when another run does', () => {
  expect(isUnattended({ now: later, runs: [waiting, toRun({ status: 'running' })] })).toBe(false)
})

it('should not count the age of a run that waits for another attempt', () => {
  expect(isUnattended({ now: later, runs: [{ ...waiting, attempt: 1 }] })).toBe(false)
})

it('should say nothing when nothing waits', () => {
  expect(isUnattended({ now: later, runs: [] })).toBe(false)
})
