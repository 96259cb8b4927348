import { expect, it } from 'vitest'

import { getCollectionMarks } from '../../src/sync/operations/status/getCollectionMarks.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

it('should name what is missing at its provider, and what only others point to', async () => {
  const { findMatch, payload, provider, sync } = await createSyncTest({
    options: { absence: { after: 1 } },
    records: Array.from({ length: 10 }, (_, index) => ({
      id: `${index}`,
      name: 'A game',
      ...(index === 3 && { home: { id: 'stub', name: 'Newcomers' } }),
    })),
  })
  const read = (collection: string) => getCollectionMarks({ collection, payload })
  const nothing = { ids: [], total: 0 }
  await sync()
  expect(await read(testSlugs.matches)).toEqual({ missing: nothing, stubs: nothing })
  const { docs } = await payload.find({ collection: testSlugs.teams })
  const stubs = { ids: docs.map(({ id }) => String(id)), total: 1 }
  expect(await read(testSlugs.teams)).toEqual({ missing: nothing, stubs })

  const gone = await findMatch('7')
  provider.remove('7')
  await sync()
  const missing = { ids: [String(gone!.id)], total: 1 }
  expect(await read(testSlugs.matches)).toEqual({ missing, stubs: nothing })
})
