import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { Project } from './openProject.js'
import type { Site, StartSiteArgs } from './startSite.js'

import { startProcess } from '../../dev/processes/startProcess.js'
import { waitFor } from '../project/waitFor.js'
import { describeSite } from './describeSite.js'
import { openEditor } from './openEditor.js'
import { openProject } from './openProject.js'
import { renameTeam } from './renameTeam.js'
import { run } from './run.js'
import { startSite } from './startSite.js'

const DOCS = path.join(import.meta.dirname, '../../docs/neighbours.md')
const NEXT = 'node_modules/next/dist/bin/next'

let project: Project

/** What the plugins made of the collections, where ours stood first, last or in the middle. */
const collections: Record<string, unknown> = {}

const keepCollections = async ({ place, site }: { place: string; site: Site }): Promise<Site> => {
  collections[place] = await site.rest('/show-collections')
  return site
}

beforeAll(async () => {
  project = await openProject()
})

afterAll(async () => {
  await project?.close()
})

describeSite({
  name: 'a project with many neighbours, in development',
  open: () => project,
  stage: 'development',
  start: async () => {
    const site = await startSite({
      args: (port) => [NEXT, 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
      cwd: project.folder,
      env: { ...project.env, NODE_ENV: 'development', SYNC_PLACE: 'last' },
    })
    return await keepCollections({ place: 'last', site })
  },
})

// The schema of its database is the one that was made in development.
describe('the same project as a standalone build', () => {
  const toImage = (): string => path.join(project.folder, '.next/standalone')

  type ServeArgs = { env: Record<string, string> } & Pick<StartSiteArgs, 'firstPath'>

  const serve = async ({ env, firstPath }: ServeArgs): Promise<Site> =>
    await startSite({
      args: () => ['server.js'],
      cwd: toImage(),
      env: { ...project.env, NODE_ENV: 'production', ...env },
      firstPath,
    })

  beforeAll(async () => {
    const { env, folder } = project
    await project.empty()
    if (existsSync(path.join(toImage(), 'sync.mjs'))) {
      // A project that is kept has a page in the cache.
      rmSync(path.join(toImage(), '.next/cache'), { force: true, recursive: true })
      return
    }
    await run({
      args: [NEXT, 'build'],
      command: process.execPath,
      cwd: folder,
      env: { ...env, NODE_ENV: 'production' },
    })
    const command = /```sh\n(?<text>npx esbuild [^`]+)```/.exec(readFileSync(DOCS, 'utf8'))
    await run({ args: ['-c', command!.groups!.text!], command: 'sh', cwd: folder })
  })

  describeSite({
    name: 'whose server works',
    open: () => project,
    stage: 'production',
    start: async () => {
      const site = await serve({
        env: { SYNC_INSTRUMENTATION: 'off', SYNC_PLACE: 'first' },
        // Payload starts within what this page keeps in the cache.
        firstPath: '/',
      })
      return await keepCollections({ place: 'first', site })
    },
  })

  describe('whose server does no work', () => {
    let site: Site

    beforeAll(async () => {
      site = await keepCollections({
        place: 'middle',
        site: await serve({ env: { SYNC_PLACE: 'middle', SYNC_WORKER: 'off' } }),
      })
    })

    afterAll(async () => {
      await site?.process.stop()
    })

    const toWorkerEnv = (): Record<string, string> => ({
      ...project.env,
      NODE_ENV: 'production',
      SYNC_SITE_URL: site.url,
    })

    it('should have it done by a worker from the same image, which refreshes the page', async () => {
      const editor = openEditor({ project, site })
      const [id] = await editor.trigger('leagues')
      expect((await editor.findRun(id!)).status).toBe('queued')

      const worker = startProcess({
        args: ['sync.mjs', 'work'],
        command: process.execPath,
        cwd: toImage(),
        env: { ...process.env, ...toWorkerEnv() },
      })
      onTestFinished(async () => await worker.stop())
      expect(await editor.follow([id!])).toMatchObject([{ status: 'completed' }])
      const name = 'Renamed for a worker'
      await renameTeam({ name, editor, project, site })
      await editor.sync('matches')
      await waitFor({
        event: 'the page with the name that a worker has read',
        look: async () => (await site.page()).includes(name),
      })

      await worker.stop()
      expect(worker.lastOutput()).toContain('Ready: working on the queues live and bulk')
      expect((await worker.exited).code).toBe(0)
    })

    it('should have it done by a command from the same image, which refreshes the page', async () => {
      const name = 'Renamed for a command'
      await renameTeam({ name, editor: openEditor({ project, site }), project, site })

      await run({
        args: ['sync.mjs', 'run', 'sportmonks', 'matches', '--wait'],
        command: process.execPath,
        cwd: toImage(),
        env: toWorkerEnv(),
      })

      await waitFor({
        event: 'the page with the name that a command has read',
        look: async () => (await site.page()).includes(name),
      })
    })

    it('should be warned in development of plugins that run too early', async () => {
      let said = ''
      const command = startProcess({
        args: ['sync.mjs', 'status'],
        command: process.execPath,
        cwd: toImage(),
        env: {
          ...process.env,
          ...toWorkerEnv(),
          NODE_ENV: 'development',
          SYNC_PLACE: 'early',
        },
        onOutput: (text) => {
          said += text
        },
      })
      onTestFinished(async () => await command.stop())
      await command.exited

      const warnings = said.split('\n').filter((line) => line.includes('ran before'))
      expect(warnings.map((line) => /"msg":"(.+?) ran before/.exec(line)?.[1]).sort()).toEqual([
        '@payloadcms/plugin-import-export',
        '@payloadcms/plugin-multi-tenant',
        '@payloadcms/plugin-search',
        '@payloadcms/plugin-seo',
        // That of nested docs leaves no name behind.
        'plugins[2], which adds parent, breadcrumbs',
      ])
    })

    it('should be the same wherever the plugin stands among the others', () => {
      expect(Object.keys(collections).sort()).toEqual(['first', 'last', 'middle'])
      expect(collections.first).toEqual(collections.middle)
      expect(collections.last).toEqual(collections.middle)
      expect(collections.middle).toMatchObject({
        leagues: {
          drafts: true,
          fields: expect.arrayContaining(['breadcrumbs', 'meta', 'parent']),
        },
        redirects: { fields: expect.arrayContaining(['to']) },
        teams: { fields: expect.arrayContaining(['meta', 'tenant']) },
      })
    })

    it('should show the panel of an editor, with what the plugins put into it', async () => {
      const [team] = (await openEditor({ project, site }).find('/teams?limit=1&depth=0')).docs
      expect(team).toBeDefined()
      const page = await site.page(`/admin/collections/teams/${team!.id}`)

      expect(page).toContain(team!.name)
      expect(page).toContain('data-selected-tenant-id')
      expect(page).toContain('sync-provenance')
    })
  })
})
