import { describe, expect, it } from 'vitest'

import { createSyncTest } from '../project/createSyncTest.js'

const GAME = { id: '1', name: 'Game', score: 0 }

describe('a record with a character that Postgres cannot hold', () => {
  it('should be stored without it', async () => {
    const { findMatch, sync } = await createSyncTest({
      records: [GAME, { id: '2', name: 'a\u0000b\uD800c' }],
    })

    const run = await sync()

    expect(run).toMatchObject({ counts: { created: 2, invalid: 0 }, status: 'completed' })
    expect(await findMatch('2')).toMatchObject({ title: 'ab\uFFFDc' })
  })

  it('should become an issue when it is in its id', async () => {
    const { sync } = await createSyncTest({ records: [GAME, { id: '2\u0000', name: 7 }] })

    expect(await sync()).toMatchObject({ counts: { created: 1, invalid: 1 }, status: 'partial' })
  })
})
