import { expect, it } from 'vitest'
import { z } from 'zod'

import type { FetchPageArgs, Resource } from '../Resource.js'
import type { Chosen } from './Discovery.js'

import { defineResource } from '../defineResource.js'
import { followChoice } from './followChoice.js'

type Settings = { shelves: readonly number[] | undefined }

const createBooks = ({ shelves }: Settings): Resource =>
  defineResource({
    collection: 'books',
    externalId: (id) => id,
    fetchPage: () => Promise.resolve({ records: [shelves ?? 'all'] }),
    map: () => ({}),
    schema: z.string(),
    scopes: {
      full: () =>
        shelves?.map((shelf) => ({ key: `shelf:${shelf}`, label: 'Shelf', params: { shelf } })) ?? [
          { key: 'all', label: 'All', params: {}, provesAbsence: true },
        ],
    },
  })

const follow = (shelves?: readonly number[]): Resource =>
  followChoice({ create: createBooks, option: 'shelves', settings: { shelves } })

const chose = (values?: readonly number[]): Chosen =>
  Object.assign((what: string) => Promise.resolve(what === 'shelves' ? values : undefined))

const list = async (resource: Resource, values?: readonly number[]) =>
  await resource.scopes.full({ chosen: chose(values) } as never)

const read = async (resource: Resource, scope: FetchPageArgs<never>['scope']) =>
  (await resource.fetchPage({ scope } as never)).records

it('should read everything where nobody chose', async () => {
  const resource = follow()

  const scopes = await list(resource)

  expect(scopes).toEqual([{ key: 'all', label: 'All', params: {}, provesAbsence: true }])
  expect(await read(resource, scopes[0]!.params as never)).toEqual(['all'])
})

it('should read what was chosen', async () => {
  const resource = follow()

  const scopes = await list(resource, [3, 4])

  expect(scopes.map(({ key }) => key)).toEqual(['shelf:3', 'shelf:4'])
  expect(await read(resource, scopes[1]!.params as never)).toEqual([[3, 4]])
})

it('should go on with the choice that a run began with', async () => {
  const resource = follow()
  const [before] = await list(resource)
  const [after] = await list(resource, [3])

  // What a plan of before holds proves absence: read with another choice, the rest would be gone.
  expect(await read(resource, before!.params as never)).toEqual(['all'])
  expect(await read(resource, after!.params as never)).toEqual([[3]])
})

it('should let the config win', async () => {
  const resource = follow([7])

  const scopes = await list(resource, [3])

  expect(scopes).toEqual([{ key: 'shelf:7', label: 'Shelf', params: { shelf: 7 } }])
})

it('should have the modes that the resource has', () => {
  expect(Object.keys(follow().scopes)).toEqual(['full'])
})
