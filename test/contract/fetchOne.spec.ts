import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Provider, StoredRecords, SyncDocument } from '../../src/sdk/index.js'
import type { ReplayRoute } from '../../src/testing/replayServer.js'

import { apiFootball } from '../../src/providers/api-football/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { createHttpClient } from '../../src/sync/http/createHttpClient.js'
import { createStoredRecords } from '../../src/testing/createStoredRecords.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { createFixtureRow } from '../fixtures/api-football/createFixtureRow.js'
import { getResource, NOW } from './readResource.js'

type FetchOneArgs = {
  externalId: string
  name: string
  provider: Provider
  stored?: StoredRecords
}

/** Fetches one record as the panel does, over HTTP, without a database. */
const fetchOne = async ({
  name,
  externalId,
  provider,
  stored = createStoredRecords(),
}: FetchOneArgs): Promise<{ document: SyncDocument; externalId: string } | null> => {
  const resource = getResource({ name, provider })
  const found = await resource.fetchOne!({
    externalId,
    http: createHttpClient({ attempts: 1, facts: provider.http!, provider: provider.label }),
    now: NOW,
    signal: new AbortController().signal,
    stored,
  })
  if (!found) {
    return null
  }
  const record = resource.schema.parse(found.record)
  return {
    document: resource.map(record, { scope: found.scope ?? {} }),
    externalId: resource.externalId(record),
  }
}

const startServer = async (routes: Record<string, ReplayRoute>) => {
  const server = await startReplayServer({ routes })
  onTestFinished(server.close)
  return server
}

describe('Sportmonks', () => {
  const start = async (path: string, data: unknown) => {
    const server = await startServer({ [path]: { body: { data } } })
    return { provider: sportmonks({ apiToken: 'invented', baseUrl: server.baseUrl }), server }
  }
  const readFirst = (name: string): Record<string, unknown> => {
    const file = new URL(`../fixtures/sportmonks/${name}.json`, import.meta.url)
    const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: Record<string, unknown>[] }
    return data[0]!
  }

  it.each([
    ['countries', '/core/countries', 'countries-page-1'],
    ['leagues', '/football/leagues', 'leagues'],
    ['teams', '/football/teams', 'teams-season-91001'],
    ['matches', '/football/fixtures', 'fixture-940011-finished'],
  ])('should fetch one of its %s by id, as a list tells it', async (name, path, fixture) => {
    const row = readFirst(fixture)
    const externalId = String(row.id)
    const { provider } = await start(`${path}/${externalId}`, row)

    const found = await fetchOne({ name, externalId, provider })

    expect(found?.externalId).toBe(externalId)
    expect(found?.document).toEqual(
      getResource({ name, provider }).map(getResource({ name, provider }).schema.parse(row), {
        scope: {},
      }),
    )
  })

  it('should ask for a match with all that a match is made of', async () => {
    const row = readFirst('fixture-940011-finished')
    const { provider, server } = await start('/football/fixtures/940011', row)
    await fetchOne({ name: 'matches', externalId: '940011', provider })

    expect(server.requests[0]!.query.include).toContain('scores')
  })
})

describe('API-Football', () => {
  const start = async (routes: Record<string, ReplayRoute>) => {
    const { baseUrl } = await startServer(routes)
    return apiFootball({ apiKey: 'invented', baseUrl, leagues: [9101] })
  }
  const season = {
    document: {
      name: '2030',
      endDate: '2031-05-25T12:00:00.000Z',
      league: { externalId: '9101', kind: 'sync-reference', resource: 'leagues' },
      startDate: '2030-08-16T12:00:00.000Z',
      year: 2030,
    },
    externalId: '9101:2030:2030-08-16',
  }

  it('should fetch one match by id, with its season', async () => {
    const provider = await start({
      '/fixtures': ({ query }) =>
        createAnswer({ rows: query.id === '940001' ? [createFixtureRow()] : [] }),
    })
    const stored = createStoredRecords({ seasons: [season] })

    const found = await fetchOne({ name: 'matches', externalId: '940001', provider, stored })

    expect(found).toMatchObject({
      document: { season: { externalId: season.externalId }, title: 'Port Amber – Stone Vale' },
      externalId: '940001',
    })
  })

  it.each(['matches', 'leagues', 'teams'])(
    'should find none of its %s that is gone',
    async (name) => {
      const none = createAnswer({ rows: [] })
      const provider = await start({ '/fixtures': none, '/leagues': none, '/teams': none })

      expect(await fetchOne({ name, externalId: '404', provider })).toBeNull()
    },
  )
})
