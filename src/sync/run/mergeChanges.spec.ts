import { expect, it } from 'vitest'

import { mergeChanges } from './mergeChanges.js'

const toChange = (
  id: number | string,
  operation: 'created' | 'removed' | 'updated',
  ...fields: string[]
) => ({
  id,
  collection: 'books',
  fields,
  operation,
})

it('should make one of several changes of a document', () => {
  expect(
    mergeChanges([
      toChange(1, 'created', 'title', 'pages'),
      toChange(2, 'updated', 'title'),
      toChange(1, 'updated', 'author', 'title'),
      toChange(2, 'removed'),
      { ...toChange(1, 'updated', 'name'), collection: 'authors' },
    ]),
  ).toEqual([
    toChange(1, 'created', 'author', 'pages', 'title'),
    toChange(2, 'removed', 'title'),
    { ...toChange(1, 'updated', 'name'), collection: 'authors' },
  ])
})
