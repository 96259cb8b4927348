import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ByteSource } from '../../src/sync/files/ByteSource.js'
import type { PeopleTest } from '../subscriptions/createPeopleTest.js'

import { ofBuffer } from '../../src/sync/files/ByteSource.js'
import { makeZip } from '../../src/sync/files/zip.fixture.js'
import { createFilesTest } from '../files/createFilesTest.js'
import { createPeopleTest } from '../subscriptions/createPeopleTest.js'
import { travelLog } from './guide/travelLog.js'
import { TRIPS } from './guide/TRIPS.js'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

let test: PeopleTest
let bring: (bytes: ByteSource) => Promise<Record<string, Record<string, number>>>
let connection: string

beforeAll(async () => {
  test = await createPeopleTest({
    config: { collections: [{ slug: 'users', auth: true, fields: [] }, TRIPS] },
    providers: [travelLog()],
  })
  const { token } = await test.signIn('anna')
  connection = (await test.connect({ credentials: {}, provider: 'travel-log', token })).name
  bring = async (bytes) =>
    (await createFilesTest(test).bring({ bytes, connection, provider: 'travel-log', token })).counts
})

afterAll(() => test.payload.destroy())

const listTrips = async () =>
  (await test.findAll('trips')).map(({ name, externalId, place }) => [externalId, name, place])

const PLACES = '{"code":"LIS","name":"Lisbon"}\n{"code":"OSL","name":"Oslo"}\n'

const archive = async (trips: string): Promise<ByteSource> =>
  await makeZip({
    entries: {
      'log/Photos/beach.jpg': 'not read',
      'log/places.jsonl': PLACES,
      'log/Trips.csv': trips,
    },
  })

it('should stand in the guide as it is compiled here', () => {
  const blocks = [...read('../../docs/provider-guide.md').matchAll(/```ts\n([\s\S]*?)```/g)]

  expect(blocks.map(([, code]) => code)).toContain(read('guide/travelLog.ts'))
})

it('should make trips of a table and of lines of JSON', async () => {
  const bytes = await archive(
    '\uFEFFDay;Place;Name;Id;Weather\n03.05.2024;LIS;"Sea; sun";7;fine\n01.05.2024;XXX;Lost;8;\n',
  )

  expect(await bring(bytes)).toMatchObject({ trips: { created: 2, invalid: 0 } })
  expect(await listTrips()).toEqual([
    [`${connection}:7`, 'Sea; sun', 'Lisbon'],
    [`${connection}:8`, 'Lost', null],
  ])
  const before = await test.findAll('trips')
  expect(await bring(bytes)).toMatchObject({ trips: { created: 0, unchanged: 2, updated: 0 } })
  expect(await test.findAll('trips')).toEqual(before)
})

it('should take over a newer one, nothing back from an older one, and a single file', async () => {
  const newer = await archive('Id,Name,Place,Day\n7,Sea,OSL,2024-06-01\n')
  const older = await archive('Id,Name,Place,Day\n7,Old,LIS,2024-01-01\n9,New,LIS,2024-01-01\n')
  const alone = ofBuffer('trips.csv', Buffer.from('Id,Name,Place,Day\n8,Found,,2024-07-01\n,,,\n'))

  expect(await bring(newer)).toMatchObject({ trips: { updated: 1 } })
  expect(await bring(older)).toMatchObject({ trips: { created: 1, updated: 0 } })
  expect(await bring(alone)).toMatchObject({ trips: { updated: 1 } })
  expect(await listTrips()).toEqual([
    [`${connection}:7`, 'Sea', 'Oslo'],
    [`${connection}:8`, 'Found', null],
    [`${connection}:9`, 'New', 'Lisbon'],
  ])
})
