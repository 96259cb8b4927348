import { expect, it } from 'vitest'

import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

const GAME = { id: '1', name: 'Game', score: 0 }

it('should bring a deleted document back beside a project that sets hooks of its own', async () => {
  const { findMatches, payload, sync } = await createSyncTest({
    options: {
      collections: {
        matches: { overrides: (collection) => ({ ...collection, hooks: { beforeChange: [] } }) },
      },
      onLocalDelete: 'recreate',
    },
    records: [GAME],
  })
  await sync()
  const [match] = await findMatches()
  await payload.delete({ id: match!.id, collection: testSlugs.matches })
  await sync()
  expect(await findMatches()).toHaveLength(1)
})

it('should not fail on a document that an editor put into the trash', async () => {
  const { findMatch, payload, provider, sync } = await createSyncTest({
    options: {
      collections: { matches: { overrides: (collection) => ({ ...collection, trash: true }) } },
    },
    records: [GAME],
  })
  await sync()
  const match = await findMatch('1')
  await payload.update({
    id: match!.id,
    collection: testSlugs.matches,
    data: { deletedAt: new Date(0).toISOString() },
  })
  provider.answerWith('1', { score: 3 })
  expect(await sync()).toMatchObject({ counts: { invalid: 0 }, status: 'completed' })
})

it('should apply a change of the provider to a field that a hook of the project rewrites', async () => {
  const { findIssues, findMatch, provider, sync } = await createSyncTest({
    options: {
      collections: {
        matches: {
          overrides: (collection) => ({
            ...collection,
            hooks: {
              beforeChange: [
                ({ data }: { data: { title?: string } }) => ({
                  ...data,
                  ...(data.title && { title: data.title.toUpperCase() }),
                }),
              ],
            },
          }),
        },
      },
    },
    records: [GAME],
  })
  await sync()

  provider.answerWith('1', { name: 'Renamed' })
  const run = await sync()

  expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
  expect(await findMatch('1')).toMatchObject({ title: 'RENAMED' })
  expect(await findIssues()).toEqual([])
})
