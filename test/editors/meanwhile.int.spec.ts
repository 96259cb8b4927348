import { expect, it } from 'vitest'

import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { createGate } from '../chaos/project/createGate.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { waitFor } from '../project/waitFor.js'

it('should close a conflict that another one opened while the run was at work', async () => {
  const { editAsPerson, findIssues, findMatch, payload, provider, sync } = await createSyncTest({
    provider: { scopeOf: ({ id }) => id },
    records: [
      { id: '1', name: 'First' },
      { id: '2', name: 'Second' },
      { id: '3', name: 'Third' },
    ],
  })
  await sync()
  const before = provider.requests()
  const first = createGate()
  const second = createGate()
  provider.answerWith('1', { name: 'First again' })
  provider.holdUntil(first.opened)
  const syncing = sync()
  await waitFor({ event: 'a request', look: () => provider.requests() > before })
  provider.holdUntil(second.opened)
  first.open()
  // By now the run has looked which records have issues, and asks for the second scope.
  await waitFor({
    event: 'the first scope to be stored',
    look: async () => (await findMatch('1'))?.title === 'First again',
  })

  await editAsPerson('3', { title: 'By hand' })
  provider.answerWith('3', { name: 'Third again' })
  await refreshRecord({ externalId: '3', payload, provider: 'test', resource: 'games' })
  expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'open' }])
  provider.answerWith('3', { name: 'By hand' })
  second.open()
  await syncing

  expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'resolved' }])
})
