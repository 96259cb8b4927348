import { expect, it } from 'vitest'

import { countOne, noteSeconds, noteValue, readMeasures } from './measure.js'

it('should count by labels', () => {
  const name = 'payload_sync_process_requests_total'
  countOne({ name, labels: { provider: 'counted', status: '200' } })
  countOne({ name, labels: { provider: 'counted', status: '200' } })
  countOne({ name, labels: { provider: 'counted', status: '500' } })

  expect(
    readMeasures(name)
      .filter(({ labels }) => labels.provider === 'counted')
      .map(({ labels: { status }, value }) => [status, value]),
  ).toEqual([
    ['200', 2],
    ['500', 1],
  ])
})

it('should put each duration into its part and all above', () => {
  const name = 'payload_sync_process_request_duration_seconds'
  const labels = { provider: 'timed' }
  for (const seconds of [0.05, 0.3, 99]) {
    noteSeconds({ name, labels, seconds })
  }

  const line = readMeasures(name).find((one) => one.labels.provider === 'timed')
  expect(line).toMatchObject({ buckets: [1, 1, 1, 2, 2, 2, 2, 2, 2], count: 3 })
  expect(line?.value).toBeCloseTo(99.35)
})

it('should keep the last word of what is now', () => {
  const name = 'payload_sync_process_worker_up'
  const labels = { lane: 'of a test' }
  noteValue({ name, labels, value: 1 })
  noteValue({ name, labels, value: 0 })

  expect(readMeasures(name).find((one) => one.labels.lane === 'of a test')?.value).toBe(0)
})
