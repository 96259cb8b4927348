import { expect, it } from 'vitest'

import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

const { matches } = testSlugs

it.each([
  ['saved as a draft again', true, 'draft'],
  ['published', false, 'published'],
])(
  'should bring nothing back with the old form of a draft that is %s',
  async (_name, draft, _status) => {
    const { findMatch, payload, provider, sync } = await createSyncTest({
      options: {
        collections: {
          matches: {
            overrides: (collection) => ({ ...collection, versions: { drafts: true } }),
          },
        },
      },
      records: [{ id: '1000', name: 'Game', city: 'Bern', score: 0, stadium: 'Park' }],
    })
    await sync()
    const { id } = (await findMatch('1000'))!
    await payload.update({
      id,
      collection: matches,
      data: { title: 'An editor’s title' },
      draft: true,
    })
    const opened = await payload.findByID({ id, collection: matches, depth: 0, draft: true })
    provider.answerWith('1000', { score: 1, stadium: 'New park' })
    await sync()

    await payload.update({
      id,
      collection: matches,
      data: { ...opened, _status, round: 'A note' },
      draft,
    })

    expect(
      await payload.findByID({ id, collection: matches, depth: 0, draft: true }),
    ).toMatchObject({
      homeScore: 1,
      round: 'A note',
      title: 'An editor’s title',
      venue: { name: 'New park', city: 'Bern' },
    })
    expect(await findMatch('1000')).toMatchObject({
      homeScore: 1,
      title: draft ? 'Game' : 'An editor’s title',
      venue: { name: 'New park' },
    })
  },
)
