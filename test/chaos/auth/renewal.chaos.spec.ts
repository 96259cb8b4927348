import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { RenewerTask } from './renewer.js'

import { RUN_TYPESCRIPT } from '../../../dev/processes/RUN_TYPESCRIPT.js'
import { createRunClient } from '../../../src/sync/engine/run/client/createRunClient.js'
import { getSync } from '../../../src/sync/engine/Sync.js'
import { startAuthServer } from '../../../src/sync/http/auth/authServer.fixture.js'
import { listTargets } from '../../../src/sync/scheduler/listTargets.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { defineAuthProvider, toConnections, toPassword } from '../../auth/defineAuthProvider.js'
import { createTestProject } from '../../project/createTestProject.js'

const ANN = 'ann'
const SCRIPT = path.join(import.meta.dirname, 'renewer.ts')

const startRenewer = (task: RenewerTask) => {
  const child = spawn(process.execPath, [...RUN_TYPESCRIPT, SCRIPT, JSON.stringify(task)], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return { kill }
}

it.each([
  {
    name: 'has done away with the token that is stored',
    graceUses: 0,
    steps: ['renew ann', 'login ann'],
  },
  { name: 'still takes the token that is stored', graceUses: 1, steps: ['renew ann'] },
])(
  'should lose no connection when a process dies before it stores what a provider gave that $name',
  async ({ graceUses, steps }) => {
    const server = await startAuthServer({ graceUses })
    onTestFinished(() => server.close())
    server.register(ANN, toPassword(ANN))
    const { baseUrl } = server
    const provider = defineAuthProvider({ baseUrl, connections: toConnections([ANN]) })
    const { databaseUrl, payload } = await createTestProject({ options: { providers: [provider] } })
    const sync = getSync(payload)
    const { pool } = getAdapter(payload)
    const ask = () =>
      createRunClient({ attempts: 1, provider, run: { connection: ANN, lane: 'bulk' }, sync }).get(
        '/clubs',
        { schema: z.looseObject({}), signal: new AbortController().signal },
      )
    await ask()
    server.expire()
    const letGo = server.hold('/renew')

    const renewer = startRenewer({ baseUrl, connection: ANN, databaseUrl })
    // The provider has made new tokens, and the process has not heard of them yet.
    await expect.poll(() => server.count('renew ann')).toBe(1)
    await renewer.kill()
    letGo()
    server.log.length = 0
    // Its turn ends by itself, after longer than a test should take.
    await pool.query(`update sync_tokens set turn_until = now()`)

    await ask()

    expect(server.log).toEqual(['get nobody', ...steps, 'get ann'])
    const { rows } = await pool.query('select failures, status, turn from sync_tokens')
    expect(rows).toEqual([{ failures: '0', status: 'ok', turn: null }])
    const everybody = { connection: null, mode: 'full', provider: provider.name } as const
    expect(await listTargets({ schedule: { ...everybody, resource: 'clubs' }, sync })).toEqual([
      ANN,
    ])
  },
)
