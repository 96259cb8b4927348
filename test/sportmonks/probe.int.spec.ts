import { expect, it } from 'vitest'

import { getRun } from '../../src/sync/operations/getRun.js'
import { startRun } from '../../src/sync/operations/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createSportmonksTest } from './createSportmonksTest.js'

for (const n of [1, 2, 3, 4]) {
  it('probe ' + n, async () => {
    const test = await createSportmonksTest({ files: ['2024-25/at.1'], now: '2024-08-01T00:00:00Z' })
    const m = test.emulator.world.matchesBetween({ from: 0, to: Infinity })[20]!
    test.clock.set(new Date(m.startsAt + 30 * 60_000))
    for (const resource of ['countries', 'leagues', 'seasons']) {
      await test.sync({ resource })
    }
    const { payload } = test
    const args = { initiatedBy: null, payload, provider: 'sportmonks', resource: 'matches', trigger: 'api' } as const
    const [full] = await startRun({ ...args, mode: 'full' })
    const [live] = await startRun({ ...args, mode: 'live' })
    await drainSync({ payload })
    const a = await getRun({ payload, runId: full!.id })
    const b = await getRun({ payload, runId: live!.id })
    console.log(n, JSON.stringify([a.status, a.error, a.counts, b.status, b.error, b.counts, (await test.find('matches')).length, (await test.find('syncIssues')).map(i => i.message)]))
    await test.close()
    expect(1).toBe(1)
  })
}
