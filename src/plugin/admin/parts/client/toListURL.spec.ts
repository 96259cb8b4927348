import { expect, it } from 'vitest'

import { toListURL } from './toListURL.js'

it('should be the list itself without a filter', () => {
  expect(toListURL({ adminRoute: '/admin', collection: 'sync-logs' })).toBe(
    '/admin/collections/sync-logs',
  )
})

it('should carry the filters as Payload reads them', () => {
  const where = { provider: 'a & b', status: 'open' }

  expect(toListURL({ adminRoute: '/', collection: 'issues', where })).toBe(
    '/collections/issues?where[or][0][and][0][provider][equals]=a%20%26%20b' +
      '&where[or][0][and][1][status][equals]=open',
  )
})

it('should compare as it is told', () => {
  const where = { finishedAt: { greater_than_equal: '2026-05-01', less_than: '2026-05-04' } }

  expect(toListURL({ adminRoute: '/', collection: 'logs', where })).toBe(
    '/collections/logs?where[or][0][and][0][finishedAt][greater_than_equal]=2026-05-01' +
      '&where[or][0][and][1][finishedAt][less_than]=2026-05-04',
  )
})
