import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { Provider, SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { ReplayServer } from '../../src/testing/replayServer.js'

import { createClock } from '../../dev/emulator/world/createClock.js'
import { prestosports } from '../../src/providers/prestosports/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'

export const GAME_ID = 'gamegamegamegam1'
export const AWAY_ID = 'owlsowlsowlsowl1'
export const HOME_ID = 'tigerstigerstig1'
export const SEASON_ID = 'seasonseasonsea1'

const season = {
  organization: { id: 'orgorgorgorgorg1', name: 'Harbour Conference', shortName: 'HC' },
  previousSeasonId: '',
  seasonId: SEASON_ID,
  seasonName: 'Baseball 2030',
  sport: { sportId: 'bsb', sportName: 'Baseball' },
}

const team = (teamId: string, teamName: string) => ({
  logo: `https://cdn.example.test/${teamId}.png`,
  season,
  seasonId: SEASON_ID,
  teamId,
  teamName,
})

/** A game in the form that PrestoSports has it. */
export const createEvent = (more: Record<string, unknown> = {}) => ({
  city: '',
  eventId: GAME_ID,
  eventType: { isNeutral: false, isSuspended: false, isWeatherDelay: false, noContest: false },
  eventTypeCode: 'regular',
  eventTypeDescription: 'Regular Season',
  lastUpdatedDateTime: '2030-03-09T22:00:00',
  links: null,
  notes: '',
  score: { away: '0', home: '0' },
  seasonId: SEASON_ID,
  sportId: 'bsb',
  startDateTime: '2030-03-09T22:30:00',
  status: 'Not Started',
  statusCode: -2,
  tba: false,
  teams: { awayTeam: team(AWAY_ID, 'Harbour Owls'), homeTeam: team(HOME_ID, 'Stone Tigers') },
  timeZone: 'America/New_York',
  venue: '',
  ...more,
})

export const LIVE = { status: 'In Progress - Bot of 2nd', statusCode: -1 }
export const FINAL = { status: 'Final - 8 innings', statusCode: 8 }

export type StoredDocument = { externalId: string; id: number | string } & Record<string, unknown>

export type PrestoTest = {
  clock: Clock
  close: () => Promise<void>
  find: (slug: string) => Promise<StoredDocument[]>
  payload: Payload
  server: ReplayServer
  /** What the system has from now on. */
  set: (args: {
    event: ReturnType<typeof createEvent>
    /** Of the schedule, behind the first one. @default none */
    others?: ReturnType<typeof createEvent>[]
    xml: null | string
  }) => void
  sync: (resource: string, mode?: SyncMode) => Promise<RunDetails>
}

/** Nothing waits a second between requests: how that is kept is tested elsewhere. */
const withoutPoliteness = (provider: Provider): Provider => ({
  ...provider,
  connect: (connection) => ({ ...provider.connect!(connection), quotas: [] }),
})

/** The real plugin on a database of its own, asking a PrestoSports with one team and one game. */
export const createPrestoTest = async ({
  now = '2030-03-09T20:00:00Z',
}: { now?: string } = {}): Promise<PrestoTest> => {
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const giveToken = () => ({
    body: { expirationTimeInSeconds: 3600, idToken: randomUUID(), refreshToken: randomUUID() },
  })
  const server = await startReplayServer({
    routes: {
      '/auth/token': giveToken,
      '/auth/token/refresh': giveToken,
      '/me/teams': { body: { data: [team(HOME_ID, 'Stone Tigers')] } },
      [`/teams/${HOME_ID}/players`]: {
        body: {
          data: [
            { firstName: 'Cy', lastName: 'Dune', playerId: 'dunecydunecydu01', uniform: '1' },
            { firstName: 'Coach', lastName: 'Hill', playerId: null },
          ],
        },
      },
    },
  })
  const provider = prestosports({
    baseUrl: server.baseUrl,
    connections: {
      tigers: {
        credentials: { password: 'invented-password', username: 'coach@example.test' },
        settings: { team: HOME_ID },
      },
    },
  })
  const { payload } = await createTestProject({
    options: {
      clock,
      kits: { college: { publicRead: true } },
      providers: [withoutPoliteness(provider)],
    },
  })
  const set: PrestoTest['set'] = ({ event, others = [], xml }) => {
    const path = `/events/${event.eventId}`
    const box = xml === null ? { status: 404 } : { body: { data: { xml } } }
    server.setRoute(`/teams/${HOME_ID}/events`, {
      body: { data: [event, ...others], totalElements: 1 + others.length },
    })
    for (const each of [event, ...others]) {
      server.setRoute(`/events/${each.eventId}`, { body: { data: each } })
    }
    server.setRoute(`${path}/livestats`, box)
    server.setRoute(`${path}/stats`, box)
  }
  return {
    clock,
    close: async () => {
      await payload.destroy()
      await server.close()
    },
    find: async (slug) => {
      const { docs } = await payload.find({
        collection: slug,
        depth: 0,
        pagination: false,
        sort: 'externalId',
      })
      return docs as unknown as StoredDocument[]
    },
    payload,
    server,
    set,
    sync: async (resource, mode = 'full') => {
      // What an earlier run saw must lie in the past.
      clock.advance(1000)
      const [run] = await startRun({
        initiatedBy: null,
        mode,
        payload,
        provider: provider.name,
        resource,
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
  }
}
