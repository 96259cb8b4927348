import { expect, it } from 'vitest'

import type { FieldShape, Shape } from './readShape.js'

import { reference } from '../../../sdk/index.js'
import { findUnknownFields } from './findUnknownFields.js'

const toField = (type: FieldShape['type'] = 'text'): FieldShape => ({
  type,
  defaultValue: undefined,
})

const shape: Shape = new Map([
  ['author', toField('relationship')],
  ['notes', toField('json')],
  ['place.address.city', toField()],
  ['place.name', toField()],
  ['title', toField()],
])

it('should name what the collection does not have, also inside groups', () => {
  const document = {
    place: { name: 'Hall', address: { city: 'Paisley', zip: '1' }, size: 4 },
    subtitle: null,
    title: 'One',
  }

  expect(findUnknownFields({ document, shape })).toEqual([
    'place.address.zip',
    'place.size',
    'subtitle',
  ])
})

it('should look into no value', () => {
  const document = {
    author: reference({ externalId: '1', resource: 'authors' }),
    notes: { anything: { at: 'all' } },
    place: null,
    title: undefined,
  }

  expect(findUnknownFields({ document, shape })).toEqual([])
})
