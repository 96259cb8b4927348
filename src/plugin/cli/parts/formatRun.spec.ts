import { describe, expect, it } from 'vitest'

import { formatWays } from './formatRun.js'

describe('formatWays', () => {
  it.each([
    [{}, undefined],
    [{ api: 1 }, 'Run 7 was read by api (1 page).'],
    [{ api: 2, pageData: 1031 }, 'Run 7 was read by pageData (1,031 pages), api (2 pages).'],
    [{ api: 2, browser: 2 }, 'Run 7 was read by api (2 pages), browser (2 pages).'],
  ])('should say of %j which ways were taken, the most taken one first', (ways, expected) => {
    expect(formatWays({ id: 7, ways })).toBe(expected)
  })
})
