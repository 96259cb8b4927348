import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'

import { startPostgres } from '../../dev/postgres/startPostgres.js'
import { createRandom } from '../long/createRandom.js'
import { waitFor } from '../project/waitFor.js'
import { RESTARTS, SEED } from './chaosSettings.js'
import { createChaosTest } from './project/createChaosTest.js'
import { startProxy } from './project/startProxy.js'
import { toGames } from './project/toGames.js'

const COUNT = 60

it(`should end a run whose database is stopped and started again (${RESTARTS} times, seed ${SEED})`, async () => {
  console.log(`Seed: ${SEED}`)
  const random = createRandom(SEED)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sync-restart-'))
  let postgres = await startPostgres({ dataDir, persistent: true })
  const proxy = await startProxy({ target: Number(new URL(postgres.url).port) })
  onTestFinished(async () => {
    await proxy.close()
    await postgres.stop()
    await rm(dataDir, { force: true, recursive: true })
  })
  const databaseUrl = new URL(await postgres.createDatabase('restarted'))
  databaseUrl.port = String(proxy.port)

  const { findGames, findRun, provider, queue, startWorker, waitForStatus } = await createChaosTest(
    {
      databaseUrl: databaseUrl.href,
      options: { batchSize: 5, retries: 5 },
      records: toGames({ count: COUNT, score: 0 }),
    },
  )
  provider.behave(async () => {
    await sleep(50)
  })
  const workers = [startWorker(), startWorker()]
  await Promise.all(workers.map(({ ready }) => ready))

  for (let restart = 1; restart <= RESTARTS; restart += 1) {
    provider.setRecords(toGames({ count: COUNT, score: restart }))
    const asked = provider.requests.length
    const run = await queue()
    // Of one request for the scopes and six for pages: two are left to make when it stops.
    const nth = 1 + Math.floor(random() * 5)
    await waitFor({
      event: `request ${nth} of the run`,
      look: () => provider.requests.length >= asked + nth,
    })
    expect(await findRun(run.id)).toMatchObject({ status: 'running' })
    await postgres.stop()
    // Away long enough for everybody to notice, or back at once.
    await sleep(random() * 1500)
    postgres = await startPostgres({ dataDir, persistent: true })
    proxy.setTarget(Number(new URL(postgres.url).port))

    const ended = await waitFor({
      event: 'the run to end',
      // The test's own connections were cut, too.
      look: () => waitForStatus(run.id, 'completed', 'failed', 'partial').catch(() => null),
    })

    expect(ended).toMatchObject({ counts: { fetched: COUNT }, error: null, status: 'completed' })
    const games = await findGames()
    expect(games.map(({ homeScore }) => homeScore)).toEqual(Array(COUNT).fill(restart))
    expect(games.map(({ writes }) => writes)).toEqual(Array(COUNT).fill(restart))
    expect(workers.every(({ isAlive }) => isAlive())).toBe(true)
  }
})
