import { expect, it } from 'vitest'

import { getSync } from '../../src/sync/engine/Sync.js'
import { findClaims, findUnlisted } from '../../src/sync/store/claims/findClaims.js'
import { keepClaims } from '../../src/sync/store/claims/saveClaims.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { holdDocuments } from '../../src/sync/store/documents/holdDocuments.js'
import { inTransaction } from '../../src/sync/store/inTransaction.js'
import { lockRecordsOf } from '../../src/sync/store/records/saves/lockRecordsOf.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

/** A statement takes 65,535 parameters. */
const MANY = 70_000

const RECORDS = ['1000', '1001'].map((id) => ({ id, name: `Game ${id}` }))

it('should hold more documents, and their records, than a statement has parameters', async () => {
  const { findMatches, payload, sync } = await createSyncTest({ records: RECORDS })
  await sync()
  const matches = await findMatches()
  const { database } = getSync(payload)
  const collection = testSlugs.matches
  const ids = [...Array(MANY).keys()].map((index) => index + 1)
  expect(ids).toEqual(expect.arrayContaining(matches.map(({ id }) => id)))

  await inTransaction({
    database,
    work: async (req) => {
      const records = await lockRecordsOf({ collection, database, documentIds: ids, req })
      expect(records).toHaveLength(matches.length)
      await holdDocuments({ collection, database, ids, req })

      const { rows } = await getAdapter(payload).pool.query(
        'select id from matches for no key update skip locked',
      )
      expect(rows).toEqual([])
    },
  })
})

it('should settle claims on more records than a statement has parameters', async () => {
  const { payload, sync } = await createSyncTest({ records: RECORDS })
  const { provider } = await sync()
  const { database } = getSync(payload)
  const externalIds = [...Array(MANY).keys()].map(String)

  await inTransaction({
    database,
    work: async (req) => {
      const args = { database, provider, req, resource: 'games' }
      await keepClaims({ ...args, externalIds, run: '1', scope: 'all' })
      const found = await findClaims({ ...args, externalIds })
      expect([...found.keys()].sort()).toEqual(['1000', '1001'])
      const scope = { listed: externalIds, run: '1', scope: 'all', since: new Date() }
      expect(await findUnlisted({ ...args, ...scope })).toEqual([])
    },
  })
})
