import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { Document, Editor } from './openEditor.js'
import type { Project } from './openProject.js'
import type { Site } from './startSite.js'

import { followDocuments } from '../../src/react/followDocuments.js'
import { waitFor } from '../project/waitFor.js'
import { openEditor } from './openEditor.js'
import { renameTeam } from './renameTeam.js'
import { tell } from './tell.js'

type DescribeSiteArgs = {
  name: string
  /** There only when tests run. */
  open: () => Project
  /** The first one begins without the tenant that teams need. Neither finds any content. */
  stage: 'development' | 'production'
  start: () => Promise<Site>
}

/**
 * How soon everybody has to see a change to 34 matches, on a machine that does nothing else. Next
 * follows every promise in development, which makes all of it several times slower.
 */
const SOON_MS = 5_000

/** How long such a machine takes for a sync in which nothing is new: a slower one is given longer. */
const UNCHANGED_MS = 1_000

const RESOURCES = ['countries', 'leagues', 'seasons', 'teams', 'players', 'matches']

/** What syncs write to, and what the neighbours make of it. */
const TABLES = [...RESOURCES, '_leagues_v', 'leagues_breadcrumbs', 'search', 'search_rels']

/** What has to hold for the project however it is served. */
export const describeSite = ({ name: siteName, open, stage, start }: DescribeSiteArgs): void => {
  describe(siteName, () => {
    let editor: Editor
    let project: Project
    let site: Site

    /**
     * Every row in its newest version: a write leaves another one, even of the same values. The
     * statistics of PostgreSQL say less, because each connection tells them when it likes.
     */
    const findVersions = async (): Promise<unknown> =>
      Object.fromEntries(
        await Promise.all(
          TABLES.map(async (table) => {
            const { rows } = await project.database.query(
              `select id, xmin::text, ctid::text from "${table}" order by id`,
            )
            return [table, rows] as const
          }),
        ),
      )

    beforeAll(async () => {
      project = open()
      site = await start()
      editor = openEditor({ project, site })
    })

    afterAll(async () => {
      await site?.process.stop()
    })

    if (stage === 'development') {
      it('should tell once that all teams have no tenant', async () => {
        const runs = await editor.sync()
        tell('all teams are refused')

        const teams = runs.find(({ resource }) => resource === 'teams')!
        expect(teams).toMatchObject({ counts: { created: 0 }, status: 'partial' })
        expect(teams.counts.invalid).toBeGreaterThan(10)
        const { docs } = await editor.find('/syncIssues?where[kind][equals]=write&sort=resource')
        expect(docs.map(({ recordCount, resource }) => ({ recordCount, resource }))).toEqual([
          { recordCount: expect.any(Number), resource: 'matches' },
          { recordCount: teams.counts.invalid, resource: 'teams' },
        ])
        expect(docs[1]!.message).toContain('tenant')
        await site.rest('/tenants', { name: 'North' })
      })
    }

    it('should store everything, with what the neighbours want of it', async () => {
      const runs = await editor.sync()
      tell('all is synced')

      expect(runs.map(({ resource, status }) => ({ resource, status }))).toEqual(
        RESOURCES.map((resource) => ({ resource, status: 'completed' })),
      )
      const created = runs.reduce((sum, { counts }) => sum + (counts.created ?? 0), 0)
      expect(created).toBeGreaterThan(300)
      const matches = await editor.find('/matches?limit=0&depth=0')
      expect(matches.totalDocs).toBeGreaterThan(300)
      const teams = await editor.find('/teams?limit=0&depth=0')
      expect(teams.totalDocs).toBeGreaterThan(10)
      const found = await editor.find('/search?limit=0&depth=0')
      expect(found.totalDocs).toBe(matches.totalDocs + teams.totalDocs)
      const [tenant] = (await editor.find('/tenants')).docs
      expect(new Set(teams.docs.map((team) => team.tenant))).toEqual(new Set([tenant!.id]))
      expect(teams.docs[0]).toHaveProperty('meta')
      const [league] = (await editor.find('/leagues?depth=0')).docs
      expect(league).toMatchObject({ _status: 'published', breadcrumbs: [{ doc: league!.id }] })
      const open = 'where[kind][not_equals]=conflict&where[status][equals]=open'
      expect((await editor.find(`/syncIssues?${open}`)).docs).toEqual([])
      expect(site.output()).not.toContain('ran before payload-plugin-sync')
    })

    it('should write nothing when everything is synced again', async () => {
      const before = await findVersions()

      const runs = await editor.sync()

      expect(
        runs.map(({ counts: { created, invalid, updated } }) => ({ created, invalid, updated })),
      ).toEqual(runs.map(() => ({ created: 0, invalid: 0, updated: 0 })))
      expect(await findVersions()).toEqual(before)
    })

    it('should show a change everywhere: on the page, live, in the search and in GraphQL', async () => {
      let told = ''
      const stream = new AbortController()
      onTestFinished(() => stream.abort())
      const followed = followDocuments({
        onNews: (news) => {
          told += JSON.stringify(news)
        },
        onState: () => undefined,
        signal: stream.signal,
        url: `${site.url}/api/sync/live/matches`,
        wait: () => Promise.resolve(),
      })
      await waitFor({ event: 'what the stream begins with', look: () => told !== '' })

      /** From the sync of a change at the provider to when everybody sees it, in ms. */
      const change = async (name: string): Promise<number> => {
        const match = await renameTeam({ name, editor, project, site })
        const since = performance.now()
        const [ended] = await editor.sync('matches')
        await waitFor({
          event: 'the page with the new name',
          look: async () => (await site.page()).includes(name),
        })
        await waitFor({ event: 'the news of it', look: () => told.includes(name) })
        const found = await editor.find(`/search?depth=0&where[doc.value][equals]=${match.id}`)
        const answer = await site.graphql(
          `{ Matches(where: { id: { equals: ${match.id} } }) { docs { title } } }`,
        )
        const took = performance.now() - since

        expect(ended).toMatchObject({ status: 'completed' })
        expect(JSON.stringify(found.docs)).toContain(name)
        expect(JSON.stringify(answer)).toContain(name)
        return took
      }

      // The first may wait for what is made for the first who asks: pages, and the schema of GraphQL.
      const times: number[] = []
      for (const attempt of ['first', 'second', 'third']) {
        times.push(await change(`Renamed ${attempt} in ${stage}`))
      }
      const since = performance.now()
      await editor.sync('matches')
      const unchanged = performance.now() - since
      tell(`changes were seen by all after ${times.map(Math.round).join(', ')} ms`)
      tell(`a sync without news takes ${Math.round(unchanged)} ms`)
      if (stage === 'production') {
        const slowness = Math.max(1, unchanged / UNCHANGED_MS)
        expect(Math.min(...times)).toBeLessThan(SOON_MS * slowness)
      }
      stream.abort()
      await followed
    })

    it('should write in the context of nobody, whoever came first', async () => {
      expect(await site.rest('/show-context')).toEqual({
        context: expect.stringContaining('outside a request scope'),
      })
    })

    it("should start a sync from the project's own code, for whoever may", async () => {
      const { ids } = await site.rest<{ ids: number[] }>('/start-from-code', {})

      expect(await editor.follow(ids)).toMatchObject([
        { resource: 'countries', status: 'completed' },
      ])
      const stranger = await fetch(`${site.url}/api/start-from-code`, { method: 'POST' })
      expect(stranger.status).toBe(401)
    })

    it('should let people point to what came, and leave that alone', async () => {
      const [match] = (await editor.find('/matches?limit=1&depth=0&sort=externalId')).docs
      const { doc } = await site.rest<{ doc: Document }>('/redirects', {
        from: `/old-match-in-${stage}`,
        to: { type: 'reference', reference: { relationTo: 'matches', value: match!.id } },
      })

      await editor.sync('matches')

      expect(await site.rest(`/redirects/${doc.id}?depth=0`)).toMatchObject({
        to: { reference: { relationTo: 'matches', value: match!.id } },
      })
    })

    it('should leave the jobs of Payload and a queue of the project their work', async () => {
      const before = (await editor.find('/notes')).totalDocs
      await site.rest('/queue-note', {})
      await project.database.query('delete from own_queue.done')
      await project.database.query(`select graphile_worker.add_job('double', '{"number": 21}')`)

      await waitFor({
        event: 'the note of the job',
        look: async () => (await editor.find('/notes')).totalDocs > before,
      })
      await waitFor({
        event: 'the work of the own queue',
        look: async () => {
          const done = 'select 1 from own_queue.done where doubled = 42'
          return (await project.database.query(done)).rowCount === 1
        },
      })
    })

    it('should take an import for the change of an editor', async () => {
      const [team] = (await editor.find('/teams?limit=1&depth=0&sort=id')).docs
      const name = `Imported in ${stage}`
      const findTeam = () => site.rest<Document>(`/teams/${team!.id}?depth=0`)
      await editor.sync('teams')

      const imported = await editor.importFile({
        collection: 'teams',
        lines: ['id,name', `${team!.id},${name}`],
      })
      expect(imported).toMatchObject({ status: 'completed', summary: { issues: 0, updated: 1 } })
      expect(await findTeam()).toMatchObject({ name, externalId: team!.externalId })

      const [unchanged] = await editor.sync('teams')
      expect(unchanged).toMatchObject({ counts: { created: 0, updated: 0 }, status: 'completed' })
      expect(await findTeam()).toMatchObject({ name })

      project.emulator.records.put({
        id: Number(team!.externalId),
        entity: 'team',
        patch: { name: `${name}, says the provider` },
      })
      const [conflicting] = await editor.sync('teams')
      expect(conflicting).toMatchObject({ counts: { conflicts: 1 } })
      expect(await findTeam()).toMatchObject({ name })
      const ofTeam = `where[documentId][equals]=${team!.id}&where[kind][equals]=conflict`
      expect((await editor.find(`/syncIssues?${ofTeam}`)).docs).toMatchObject([
        { externalId: team!.externalId, resource: 'teams' },
      ])
    })
  })
}
