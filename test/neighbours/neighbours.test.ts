import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Project } from './openProject.js'
import type { Site } from './startSite.js'

import { startProcess } from '../../dev/processes/startProcess.js'
import { waitFor } from '../project/waitFor.js'
import { describeSite } from './describeSite.js'
import { openEditor } from './openEditor.js'
import { openProject } from './openProject.js'
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
  isNew: true,
  open: () => project,
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
  const serve = async (env: Record<string, string>): Promise<Site> =>
    await startSite({
      args: () => ['server.js'],
      cwd: path.join(project.folder, '.next/standalone'),
      env: { ...project.env, NODE_ENV: 'production', ...env },
    })

  beforeAll(async () => {
    const { env, folder } = project
    if (existsSync(path.join(folder, '.next/standalone/sync.mjs'))) {
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
    isNew: false,
    open: () => project,
    start: async () =>
      await keepCollections({ place: 'first', site: await serve({ SYNC_PLACE: 'first' }) }),
  })

  describe('whose server does no work', () => {
    let site: Site

    beforeAll(async () => {
      site = await keepCollections({
        place: 'middle',
        site: await serve({ SYNC_PLACE: 'middle', SYNC_WORKER: 'off' }),
      })
    })

    afterAll(async () => {
      await site?.process.stop()
    })

    it('should have it done by a worker from the same image', async () => {
      const editor = openEditor({ project, site })
      const [id] = await editor.trigger('leagues')
      expect((await editor.findRun(id!)).status).toBe('queued')

      const worker = startProcess({
        args: ['sync.mjs', 'work'],
        command: process.execPath,
        cwd: path.join(project.folder, '.next/standalone'),
        env: {
          ...process.env,
          ...project.env,
          NODE_ENV: 'production',
          SYNC_SITE_URL: site.url,
        },
      })
      await waitFor({
        event: 'the end of a run that a worker does',
        look: async () => (await editor.findRun(id!)).status === 'completed',
      }).finally(() => worker.stop())
      expect(worker.lastOutput()).toContain('Ready: working on the queues live and bulk')
      expect((await worker.exited).code).toBe(0)
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
      const page = await site.page(`/admin/collections/teams/${team!.id}`)

      expect(page).toContain(team!.name)
      expect(page).toContain('data-selected-tenant-id')
      expect(page).toContain('sync-provenance')
    })
  })
})
