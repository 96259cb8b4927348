import { expect, it } from 'vitest'

import { reference } from '../../../sdk/index.js'
import { toReferenceIssue } from './toIssue.js'

const provider = {
  name: 'library',
  resources: new Map([
    ['authors', {}],
    ['books', {}],
  ]),
}

const tell = (resource: string): string =>
  toReferenceIssue({
    externalId: '1',
    field: 'author',
    provider,
    reference: reference({ externalId: '7', resource }),
  }).message

it('should say what a record points to in vain', () => {
  expect(tell('authors')).toBe(
    'Its author points to authors 7, which is not stored yet. ' +
      'The field keeps its value until that record is there.',
  )
})

it('should say that there is no such resource', () => {
  expect(tell('writers')).toBe(
    'Its author points to writers 7, which is not stored yet, and library has no resource "writers" ' +
      '(known: authors, books). The field keeps its value until that record is there.',
  )
})
