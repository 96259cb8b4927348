import { expect, it } from 'vitest'

import { createItemsTest } from '../direct/createItemsTest.js'

const TWINS = [
  { id: '1', name: 'the first form', price: 1 },
  ...Array.from({ length: 20 }, (_, index) => ({ id: `${index + 2}`, name: 'another' })),
  { id: '1', name: 'the last form', price: 2 },
]

it('should store the last of two records with one id, say so, and write it once', async () => {
  const { find, logged, sync } = await createItemsTest()
  const first = await sync(TWINS)

  expect(first).toMatchObject({ counts: { created: 21, unchanged: 1 }, status: 'completed' })
  expect((await find()).find(([id]) => id === '1')).toEqual(['1', 'the last form', 2])
  expect(logged()).toContain('A resource gave two records of one answer the same id.')
  expect(await sync(TWINS)).toMatchObject({ counts: { unchanged: 22, updated: 0 } })
})

it('should write it no more where others of its batch are refused', async () => {
  const { find, sync } = await createItemsTest()
  const refused = { id: '99', name: 'a name that is longer than the field takes' }
  await sync([...TWINS, refused])

  const again = await sync([...TWINS, refused])

  expect(again).toMatchObject({
    counts: { fetched: 23, invalid: 1, unchanged: 22, updated: 0 },
    status: 'partial',
  })
  expect((await find()).find(([id]) => id === '1')).toEqual(['1', 'the last form', 2])
})
