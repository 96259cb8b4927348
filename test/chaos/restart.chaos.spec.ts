import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { startPostgres } from '../../dev/postgres/startPostgres.js'
import { createRandom } from '../long/createRandom.js'
import { SEED } from '../long/SEED.js'
import { toCount } from '../long/toCount.js'
import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { createGate } from './project/createGate.js'
import { startProxy } from './project/startProxy.js'
import { toGames } from './project/toGames.js'

/** How often the database is stopped in the middle of a run. */
const RESTARTS = toCount({ long: 10, short: 1 })
const COUNT = 60
/** The log level of what a worker says when its database is gone. */
const WARN = 40

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
  let heldAt = Infinity
  let gate = createGate()
  provider.behave(() => (provider.requests.length >= heldAt ? gate.opened : undefined))
  const workers = [startWorker(), startWorker()]
  await Promise.all(workers.map(({ ready }) => ready))

  for (let restart = 1; restart <= RESTARTS; restart += 1) {
    provider.setRecords(toGames({ count: COUNT, score: restart }))
    const asked = provider.requests.length
    gate = createGate()
    // Of one request for the scopes and six for pages: two are left to make when it stops.
    const nth = 1 + Math.floor(random() * 5)
    heldAt = asked + nth
    const run = await queue()
    await waitFor({
      event: `request ${nth} of the run`,
      look: () => provider.requests.length >= asked + nth,
    })
    expect(await findRun(run.id)).toMatchObject({ status: 'running' })
    const stoppedAt = Date.now()
    await postgres.stop()
    // It asks on into the void.
    gate.open()
    if (restart % 2 === 1) {
      // Away long enough for everybody to notice; the other times it is back at once.
      await Promise.all(
        workers.map(({ waitForLine }) =>
          waitForLine(({ level, time }) => Number(level) >= WARN && Number(time) >= stoppedAt),
        ),
      )
    }
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
