import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { startProvider } from '../chaos/project/startProvider.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'
import { waitFor } from '../project/waitFor.js'

const RECORDS = [{ id: '1', name: 'Derby', scope: 'all' }]

/** As the documentation says it, in a folder where no package can be found. */
const bundle = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'payload-plugin-sync-image-'))
  onTestFinished(() => rm(folder, { force: true, recursive: true }))
  const outfile = path.join(folder, 'sync.mjs')
  await build({
    banner: {
      js:
        "import { createRequire as toRequire } from 'node:module'; " +
        'const require = toRequire(import.meta.url)',
    },
    bundle: true,
    entryPoints: [path.join(import.meta.dirname, 'bundled/sync.ts')],
    external: ['sharp'],
    format: 'esm',
    logLevel: 'error',
    outfile,
    platform: 'node',
  })
  return outfile
}

const openProject = async () => {
  const provider = await startProvider({ pageSize: 10, records: RECORDS })
  onTestFinished(provider.close)
  const databaseUrl = await createTestDatabase()
  const baseUrl = `${provider.baseUrl}/test`
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: { providers: [defineTestProvider({ baseUrl })], worker: { enabled: false } },
  })
  onTestFinished(() => payload.destroy())
  const env = { DATABASE_URL: databaseUrl, NODE_ENV: 'production', PROVIDER_URL: baseUrl }
  return { env, payload }
}

it('should work on the queue from one file, where neither packages nor Payload’s command line are', async () => {
  const [file, { env, payload }] = await Promise.all([bundle(), openProject()])
  const [queued] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'api',
  })

  const worker = spawn(process.execPath, [file, 'work'], {
    cwd: path.dirname(file),
    env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  let output = ''
  worker.stdout.on('data', (text: Buffer) => (output += text.toString()))
  worker.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const exited = new Promise((resolve) => worker.once('close', resolve))
  const run = await waitFor({
    event: 'the end of the run',
    look: async () => {
      if (worker.exitCode !== null) {
        throw new Error(`The worker ended with ${worker.exitCode}:\n${output}`)
      }
      const found = await payload.findByID({ id: queued!.id, collection: 'syncLogs' })
      return found.status !== 'queued' && found.status !== 'running' && found
    },
  })
  worker.kill('SIGTERM')

  expect(run).toMatchObject({ status: 'completed' })
  expect(await exited).toBe(0)
  expect(output).toContain('Ready: working on the queues live and bulk')
  expect((await payload.find({ collection: 'matches' })).docs).toMatchObject([{ title: 'Derby' }])
})
