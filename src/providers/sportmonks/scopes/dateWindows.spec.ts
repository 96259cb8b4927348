import { describe, expect, it } from 'vitest'

import { dateWindows } from './dateWindows.js'

const DAY_MS = 24 * 60 * 60 * 1000

const windowsOf = ({ from, to }: { from: string; to: string }) =>
  dateWindows({ from: new Date(from), to: new Date(to) })

describe('dateWindows', () => {
  it('should make one window of a short span, whole days in UTC', () => {
    expect(windowsOf({ from: '2031-03-02T23:59:00Z', to: '2031-03-19T00:00:00Z' })).toEqual([
      { from: '2031-03-02', to: '2031-03-19' },
    ])
  })

  it('should make a window of a single day', () => {
    expect(windowsOf({ from: '2031-03-02T10:00:00Z', to: '2031-03-02T11:00:00Z' })).toEqual([
      { from: '2031-03-02', to: '2031-03-02' },
    ])
  })

  it('should cut a long span into windows of at most 100 days without gap or overlap', () => {
    const windows = windowsOf({ from: '2030-01-01T00:00:00Z', to: '2031-02-01T00:00:00Z' })

    expect(windows[0]).toEqual({ from: '2030-01-01', to: '2030-04-10' })
    expect(windows.at(-1)?.to).toBe('2031-02-01')
    for (const [index, { from, to }] of windows.entries()) {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
      expect(days).toBeLessThanOrEqual(100)
      const before = windows[index - 1]
      if (before) {
        expect(Date.parse(from) - Date.parse(before.to)).toBe(DAY_MS)
      }
    }
  })
})
