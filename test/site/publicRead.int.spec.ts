import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SiteTest } from './createSiteTest.js'

import { createSiteTest, withDrafts } from './createSiteTest.js'

type Page = { docs: Record<string, unknown>[]; errors?: unknown }

const read = async (site: SiteTest, path: string): Promise<{ body: Page; status: number }> => {
  const response = await site.ask(path)
  return { body: (await response.json()) as Page, status: response.status }
}

describe('a kit that anybody may read', () => {
  let site: SiteTest
  const ids: Record<string, number> = {}

  beforeAll(async () => {
    site = await createSiteTest({
      collections: { matches: { overrides: withDrafts }, teams: { slug: 'clubs' } },
      kits: { soccer: { publicRead: true } },
    })
    ids.team = await site.create('teams', { name: 'Reds' })
    ids.published = await site.create('matches', { homeTeam: ids.team, title: 'Published' })
    ids.draft = await site.create('matches', { title: 'Draft' }, { draft: true })
    ids.trashed = await site.create('matches', {
      deletedAt: new Date().toISOString(),
      title: 'Gone',
    })
    // An editor works on what is published.
    await site.payload.update({
      id: ids.published,
      collection: 'matches',
      data: { title: 'Not yet' },
      draft: true,
    })
  })

  afterAll(() => site.payload.destroy())

  it('should show what is published over REST, without what belongs to the machinery', async () => {
    for (const query of ['', '&trash=true', '&locale=en']) {
      const { body, status } = await read(site, `/matches?depth=1${query}`)

      expect(status).toBe(200)
      expect(body.docs.map(({ title }) => title)).toEqual(['Published'])
      expect(body.docs[0]).toMatchObject({ homeTeam: { name: 'Reds', slug: 'reds' } })
      expect(JSON.stringify(body)).not.toContain('externalId')
      expect(JSON.stringify(body)).not.toContain('sportmonks')
    }
    // Whose newest version is a draft is not there for a visitor who asks for drafts.
    expect((await read(site, '/matches?draft=true')).body.docs).toEqual([])
    expect((await site.ask(`/matches/${ids.draft}`)).status).toBe(404)
    expect((await site.ask(`/matches/${ids.trashed}?trash=true`)).status).toBe(404)
  })

  it('should not be searched by what it hides', async () => {
    const { status } = await read(site, '/matches?where[externalId][equals]=2')

    expect(status).toBe(400)
  })

  it('should be public in GraphQL and in the Local API', async () => {
    const { _payload, _payload_graphql } = globalThis as unknown as {
      _payload: Map<string, unknown>
      _payload_graphql?: { graphql: unknown; promise: unknown }
    }
    // The route asks for the one project of a process.
    _payload.set('default', _payload.get(site.cacheKey))
    Object.assign(_payload_graphql ?? {}, { graphql: null, promise: null })
    try {
      const response = await GRAPHQL_POST(Promise.resolve(site.payload.config))(
        new Request('http://localhost/api/graphql', {
          body: JSON.stringify({ query: '{ Matches { docs { title externalId } } }' }),
          headers: { 'Content-Type': 'application/json' },
          method: 'POST',
        }),
      )
      expect(await response.json()).toEqual({
        data: { Matches: { docs: [{ externalId: null, title: 'Published' }] } },
      })
    } finally {
      _payload.delete('default')
    }

    const { docs } = await site.payload.find({ collection: 'clubs', overrideAccess: false })
    expect(docs).toMatchObject([{ name: 'Reds' }])
    expect(docs[0]).not.toHaveProperty('provider')
  })

  it('should show everything to who signs in to the panel, and customers what all see', async () => {
    const asEditor = await site.payload.find({
      collection: 'matches',
      overrideAccess: false,
      user: await site.signUp('users'),
    })
    const asMember = await site.payload.find({
      collection: 'matches',
      overrideAccess: false,
      user: await site.signUp('members'),
    })

    expect(asEditor.docs.map(({ title }) => title as unknown).sort()).toEqual([
      'Draft',
      'Published',
    ])
    expect(asEditor.docs[0]).toHaveProperty('externalId')
    expect(asMember.docs.map(({ title }) => title as unknown)).toEqual(['Published'])
    expect(asMember.docs[0]).not.toHaveProperty('externalId')
  })

  it('should be read only, and leave the machinery closed', async () => {
    const written = await Promise.all([
      site.ask(`/clubs/${ids.team}`, {
        body: JSON.stringify({ name: 'Ours' }),
        headers: { 'Content-Type': 'application/json' },
        method: 'PATCH',
      }),
      site.ask(`/clubs/${ids.team}`, { method: 'DELETE' }),
      site.ask('/matches/versions'),
    ])
    expect(written.map(({ status }) => status)).toEqual([403, 403, 403])
    for (const slug of ['syncLogs', 'syncIssues', 'syncSchedules', 'syncRecords', 'syncStates']) {
      expect((await site.ask(`/${slug}`)).status, slug).toBe(403)
    }
  })
})

it('should be closed to visitors where nothing is said', async () => {
  const site = await createSiteTest()
  try {
    await site.create('teams', { name: 'Reds' })

    expect((await site.ask('/teams')).status).toBe(403)
  } finally {
    await site.payload.destroy()
  }
})
