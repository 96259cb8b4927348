import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { StartedProcess } from '../../dev/processes/startProcess.js'
import type { Newcomer } from './openNewcomer.js'

import { startProcess } from '../../dev/processes/startProcess.js'
import { run } from '../neighbours/run.js'
import { startSite } from '../neighbours/startSite.js'
import { tell } from '../neighbours/tell.js'
import { waitFor } from '../project/waitFor.js'
import { openNewcomer } from './openNewcomer.js'
import { openPerson } from './openPerson.js'
import { readReadme } from './readReadme.js'

const NEXT = 'node_modules/next/dist/bin/next'

let newcomer: Newcomer

beforeAll(async () => {
  newcomer = await openNewcomer()
})

afterAll(async () => {
  await newcomer?.close()
})

/** What the README says, in the order it says it. `npx` and `npm` as a person types them. */
const follow = async (commands: readonly string[]): Promise<void> => {
  const { env, folder, tarball } = newcomer
  for (const command of commands) {
    // The package is not published yet.
    const text = command.replace('npm install payload-plugin-sync', `npm install ${tarball}`)
    await run({ args: ['-c', text], command: 'sh', cwd: folder, env })
  }
}

const serve = (args: string[], env: Record<string, string>) =>
  startSite({
    args: (port) => [NEXT, ...args, '--hostname', '127.0.0.1', '--port', String(port)],
    cwd: newcomer.folder,
    env: { ...newcomer.env, ...env },
  })

/** Ends a process as an orchestrator does, and gives the code that it ended with. */
const terminate = async (started: StartedProcess): Promise<null | number> => {
  process.kill(-started.pid, 'SIGTERM')
  return (await started.exited).code
}

const countMatches = async (): Promise<number> =>
  Number((await newcomer.database().query('select count(*) from matches')).rows[0]!.count)

const readProject = (file: string): string => readFileSync(path.join(newcomer.folder, file), 'utf8')

const writeProject = (file: string, text: string): void =>
  writeFileSync(path.join(newcomer.folder, file), text)

describe('somebody who follows the README', () => {
  it('should have the plugin installed', async () => {
    const { commands, files } = readReadme('Install')
    const [install, generate] = commands
    const since = performance.now()
    await follow(install!)
    const took = performance.now() - since
    tell(`the plugin was installed in ${Math.round(took)} ms`)
    writeProject('payload.config.ts', files['payload.config.ts']!)
    await follow(generate!)

    expect(readProject('app/(payload)/admin/importMap.js')).toContain('payload-plugin-sync/client')
    expect(readProject('payload-types.ts')).toContain('interface Match ')
  })

  it('should sync in development, and change the config while it runs', async () => {
    const site = await serve(['dev'], { NODE_ENV: 'development' })
    try {
      const person = await openPerson(site.url)
      expect(await person.page('/admin/sync')).toContain('Sportmonks')
      const runs = await person.sync()
      expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'completed'))
      const matches = await countMatches()
      expect(matches).toBeGreaterThan(100)

      const config = readProject('payload.config.ts')
      const schedule = "{ cron: '0 5 * * *', mode: 'full', note: 'Edited', provider: 'sportmonks' }"
      writeProject(
        'payload.config.ts',
        config.replace('providers: [', `schedules: [${schedule}], providers: [`),
      )
      await waitFor({
        event: 'the schedule that the edit brought',
        look: async () => {
          await person.page('/admin/sync')
          const { rowCount } = await newcomer
            .database()
            .query("select 1 from sync_schedules where note = 'Edited' and retired_at is null")
          return rowCount === 1
        },
        timeoutMs: 300_000,
      })
      const again = await person.sync('countries')
      expect(again).toMatchObject([{ counts: { created: 0 }, status: 'completed' }])
      expect(site.process.lastOutput()).not.toMatch(/lacks|does not exist|missing table/i)
      writeProject('payload.config.ts', config)
    } finally {
      await site.process.stop()
    }
  })

  describe('in production', () => {
    beforeAll(async () => {
      const { commands, files } = readReadme('Production')
      const [migrate, start] = commands
      // A database of its own, which no development has touched.
      await newcomer.renewDatabase()
      await follow(migrate!)
      writeProject('instrumentation.ts', files['instrumentation.ts']!)
      expect(start!.at(-1)).toBe('npx next start')
      await follow(start!.slice(0, -1))
    })

    it('should sync in the server, and end it by SIGTERM', async () => {
      const site = await serve(['start'], { NODE_ENV: 'production' })
      try {
        const person = await openPerson(site.url)
        const runs = await person.sync()
        expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'completed'))
        expect(await countMatches()).toBeGreaterThan(100)
        // What Next ends with by itself: 128 and the number of the signal.
        expect([0, 143]).toContain(await terminate(site.process))
      } finally {
        await site.process.stop()
      }
    })

    it('should sync in a worker of its own, and end that by SIGTERM', async () => {
      const { env, folder } = newcomer
      const worker = startProcess({
        args: ['node_modules/payload/bin.js', 'sync', 'work'],
        command: process.execPath,
        cwd: folder,
        env: { ...process.env, ...env, NODE_ENV: 'production' },
      })
      try {
        await waitFor({
          event: 'a worker that is ready',
          look: () => worker.lastOutput().includes('Ready: working on the queues live and bulk'),
          timeoutMs: 240_000,
        })
        await follow(['npx payload sync run sportmonks countries'])
        await waitFor({
          event: 'a run that the worker did',
          look: async () => {
            const { rows } = await newcomer
              .database()
              .query('select status::text from sync_logs order by id desc limit 1')
            return rows[0]?.status === 'completed'
          },
          timeoutMs: 120_000,
        })
        expect(await terminate(worker)).toBe(0)
      } finally {
        await worker.stop()
      }
    })
  })

  it('should take it out again, and keep what was synced', async () => {
    const { commands } = readReadme('Uninstall')
    const [uninstall, clean] = commands
    const before = await countMatches()
    // Nobody is there to be asked.
    await follow(uninstall!.map((command) => command.replace(/content$/, 'content --yes')))
    writeProject(
      'payload.config.ts',
      readProject('payload.config.ts')
        .split('\n')
        .filter((line) => !/payload-plugin-sync|syncPlugin/.test(line))
        .join('\n'),
    )
    rmSync(path.join(newcomer.folder, 'instrumentation.ts'))
    await follow(clean!)

    const { rows } = await newcomer.database().query(
      `select tablename from pg_tables
       where tablename like 'sync\\_%' or schemaname = 'payload_sync_queue'`,
    )
    expect(rows).toEqual([])
    expect(await countMatches()).toBe(before)
    const ids = 'select 1 from matches where external_id is null or provider <> $1'
    expect((await newcomer.database().query(ids, ['sportmonks'])).rowCount).toBe(0)
    expect(readProject('app/(payload)/admin/importMap.js')).not.toContain('payload-plugin-sync')
    expect(readProject('payload-types.ts')).not.toContain('interface Match ')
    expect(readProject('package.json')).not.toContain('payload-plugin-sync')
    expect(existsSync(path.join(newcomer.folder, 'node_modules/payload-plugin-sync'))).toBe(false)
  })
})
