import { expect, it } from 'vitest'

import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

const COUNT = 30

type Told = { pid: number; word: string }

it('should tell everything that was committed by a process that died before it told', async () => {
  const { findGames, payload, query, queue, startWorker, waitForStatus } = await createChaosTest({
    options: { batchSize: 5, worker: { stallLimitMs: 2000 } },
    records: toGames({ count: COUNT, score: 1 }),
  })
  const findTold = () => query<Told>('select pid, word from chaos.told order by id')
  const victim = startWorker({ listener: 'deadly' })
  await victim.ready
  const run = await queue()
  expect(await victim.exited).toMatchObject({ signal: 'SIGKILL' })
  // The first batch is there, and nobody was told.
  expect((await findGames()).length).toBeGreaterThanOrEqual(5)
  expect(await findTold()).toEqual([])

  const tellers = [startWorker({ listener: 'telling' }), startWorker({ listener: 'telling' })]
  const { pid } = await waitFor({
    event: 'the first word',
    look: async () => (await findTold())[0],
  })
  tellers.find((teller) => teller.pid === pid)!.kill('SIGKILL')
  expect((await waitForStatus(run.id, 'completed', 'failed', 'partial')).status).toBe('completed')
  await waitFor({
    event: 'the end to be told',
    look: async () => (await findTold()).some(({ word }) => word === 'completed'),
  })

  const { docs } = await payload.find({ collection: 'matches', pagination: false, sort: 'id' })
  const written = docs.map(({ id }) => `matches/${id}`)
  const words = (await findTold())
    .map(({ word }) => word)
    .filter((word) => !word.startsWith('teams'))
  // What is told twice because its teller died is told in the same order as the first time.
  expect([...new Set(words)]).toEqual([...written, 'completed'])
  expect(await query('select * from sync_events')).toEqual([])
})
