import { expect, it } from 'vitest'

import type { FieldShape } from '../../merge/readShape.js'

import { clearLists } from './clearLists.js'

const TEXTS: FieldShape = { type: 'text', defaultValue: undefined, hasMany: true }

const inRow = new Map<string, FieldShape>([
  ['meta.texts', TEXTS],
  ['text', { type: 'text', defaultValue: undefined }],
])

const shape = new Map<string, FieldShape>([
  ['rows', { type: 'array', defaultValue: undefined, rowShape: () => inRow }],
  ['text', { type: 'text', defaultValue: undefined }],
  ['texts', TEXTS],
])

it('should write a list without items where one is cleared, also in rows', () => {
  const clear = (values: [string, unknown][]) =>
    Object.fromEntries(clearLists({ shape, values: new Map(values) }))

  expect(
    clear([
      ['rows', null],
      ['text', null],
      ['texts', null],
    ]),
  ).toEqual({ rows: [], text: null, texts: [] })
  expect(
    clear([
      ['rows', [{ id: '1', meta: { texts: null }, text: null }]],
      ['texts', ['a']],
    ]),
  ).toEqual({ rows: [{ id: '1', meta: { texts: [] }, text: null }], texts: ['a'] })
})
