import { expect, it } from 'vitest'

import { testSlugs } from '../../project/testSlugs.js'
import { createMomentTest } from './createMomentTest.js'

const GAMES = [
  { id: '1000', name: 'Game 0', score: 0 },
  { id: '1001', name: 'Game 1', score: 0 },
]

it('should try again what the database stopped because others were in its way', async () => {
  const test = await createMomentTest({ records: GAMES })
  await test.sync()
  let failures = 0
  test.moments.beforeWrite = ({ externalId }) => {
    if (externalId === '1001' && failures < 2) {
      failures += 1
      throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    }
  }
  test.provider.answerWith('1000', { score: 1 })
  test.provider.answerWith('1001', { score: 1 })

  expect(await test.sync()).toMatchObject({
    counts: { invalid: 0, updated: 2 },
    status: 'completed',
  })
  expect(failures).toBe(2)
  expect(await test.find('syncIssues')).toEqual([])
})

it('should get over a hook that writes another record of the batch without its transaction', async () => {
  const test = await createMomentTest({
    options: { worker: { stallLimitMs: 1000 } },
    records: GAMES,
  })
  await test.sync()
  const { id } = await test.findMatch('1001')
  test.moments.afterWrite = async ({ externalId }) => {
    if (externalId === '1000') {
      await test.payload.update({ id, collection: testSlugs.matches, data: { round: 'Final' } })
    }
  }
  test.provider.answerWith('1000', { score: 1 })
  test.provider.answerWith('1001', { score: 1 })

  expect(await test.sync()).toMatchObject({
    counts: { invalid: 0, updated: 2 },
    status: 'completed',
  })
  expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
  expect(await test.findMatch('1001')).toMatchObject({ homeScore: 1, round: 'Final' })
})
