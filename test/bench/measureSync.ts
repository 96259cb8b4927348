import type { Payload } from 'payload'

import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { openTestProject } from '../project/openTestProject.js'

type Measured = { perSecond: number }

/** Everything of two seasons, stored for the first time and then read again unchanged. */
export const measureSync = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const emulator = await startEmulator({ set: { files: ['2023-24/en.1', '2023-24/de.1'] } })
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: {
      providers: [sportmonks({ apiToken: 'bench', baseUrl: `${emulator.url}/v3`, seasons: 'all' })],
    },
  })
  const first = await measure({ payload, title: 'First full sync' })
  const second = await measure({ payload, title: 'Second full sync, nothing changed' })
  const ratio = (second.perSecond / first.perSecond).toFixed(1)
  console.log(`The second is ${ratio} times as fast as the first.`)
  await emulator.close()
}

type MeasureArgs = { payload: Payload; title: string }

const measure = async ({ payload, title }: MeasureArgs): Promise<Measured> => {
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'sportmonks',
    trigger: 'cli',
  })
  await drainSync({ payload })

  const { providers } = await getStatus({ payload })
  const rows = providers[0]!.resources.map(({ name, lastRun }) => {
    const { counts, finishedAt, startedAt, status } = lastRun!
    const seconds = (Date.parse(finishedAt!) - Date.parse(startedAt!)) / 1000
    return { name, fetched: counts.fetched, seconds, status }
  })
  const fetched = rows.reduce((sum, row) => sum + row.fetched, 0)
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0)
  const perSecond = fetched / seconds
  console.log(`${title}: ${fetched} records in ${seconds.toFixed(1)} s, ${Math.round(perSecond)}/s`)
  for (const row of rows) {
    const rate = Math.round(row.fetched / row.seconds)
    console.log(`  ${row.name.padEnd(10)} ${row.status} ${row.fetched}, ${rate}/s`)
  }
  return { perSecond }
}
