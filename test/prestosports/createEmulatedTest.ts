import type { Payload } from 'payload'

import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { Account } from '../../dev/emulator/providers/prestosports/limits/createAccounts.js'
import type { PrestoOptions } from '../../dev/emulator/providers/prestosports/PrestoState.js'
import type { CollegeGame } from '../../dev/emulator/world/college/types.js'
import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { PrestosportsConnection } from '../../src/providers/prestosports/index.js'
import type { Provider, SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'

import { PREFIX } from '../../dev/emulator/providers/prestosports/createPrestoSports.js'
import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createClock } from '../../dev/emulator/world/createClock.js'
import { createWorld } from '../../dev/emulator/world/createWorld.js'
import { prestosports } from '../../src/providers/prestosports/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'

export type CollegeKey =
  'collegeGames' | 'collegeGameStats' | 'collegePlayers' | 'collegeSeasonStats' | 'collegeTeams'

export type StoredDocument = { externalId: string; id: number | string } & Record<string, unknown>

type CreateEmulatedTestArgs = {
  /** Where the clock of the emulator and of the plugin stands. */
  now?: string
  plugin?: Omit<SyncPluginOptions, 'clock' | 'providers'>
  /** How long one request keeps all others back, in place of a second. @default not at all */
  politeMs?: number
  /** Only these, by name. @default all */
  resources?: readonly string[]
  /** Connections by name. @default one for the first person, with the team */
  toConnections?: (people: Account[]) => Record<string, PrestosportsConnection>
  world?: PrestoOptions
}

type SyncArgs = { connection?: string; mode?: SyncMode; resource?: string }

export type EmulatedTest = {
  /** One clock for both sides. */
  /** Under which Payload's functions find the project in this process. */
  cacheKey: string
  clock: Clock
  close: () => Promise<void>
  emulator: Emulator
  find: (key: CollegeKey) => Promise<StoredDocument[]>
  findGame: (game: CollegeGame) => Promise<StoredDocument>
  /** Lines of one game. */
  findLines: (game: CollegeGame) => Promise<StoredDocument[]>
  logged: () => string
  moveTo: (ms: number) => void
  payload: Payload
  /** The first person of the emulator. */
  person: Account
  /** Syncs and returns the runs when all have ended. */
  sync: (args?: SyncArgs) => Promise<RunDetails[]>
  /** What was asked since the last time, as method and path. */
  takeRequests: () => string[]
}

/** A Wednesday within the season. */
export const MIDWEEK = '2026-04-15T12:00:00Z'

/** The real plugin on a database of its own, asking an emulated PrestoSports. */
export const createEmulatedTest = async ({
  now = MIDWEEK,
  plugin,
  politeMs,
  resources,
  toConnections = ([person]) => ({ tigers: connectionOf(person!) }),
  world,
}: CreateEmulatedTestArgs = {}): Promise<EmulatedTest> => {
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const emulator = await startEmulator({
    clock,
    prestosports: { teams: 4, weeksAhead: 1, weeksBack: 1, ...world },
    // Soccer is not looked at.
    world: createWorld({ set: { files: ['2024-25/at.1'] } }),
  })
  const people = [...emulator.prestosports.accounts.list.values()]
  const provider = prestosports({
    baseUrl: `${emulator.url}${PREFIX}`,
    connections: toConnections(people),
  })
  const { connect } = provider
  const { cacheKey, logged, payload } = await createTestProject({
    options: {
      ...plugin,
      clock,
      providers: [
        {
          ...provider,
          ...(resources && only({ provider, resources })),
          connect: (args) => {
            const facts = connect!(args)
            const quotas = (facts.quotas ?? []).flatMap((quota) =>
              politeMs === undefined ? [] : [{ ...quota, windowMs: politeMs }],
            )
            return { ...facts, quotas }
          },
        },
      ],
    },
  })
  const find = async (
    key: CollegeKey,
    where: Parameters<Payload['find']>[0]['where'] = {},
  ): Promise<StoredDocument[]> => {
    const { docs } = await payload.find({
      collection: key,
      depth: 0,
      pagination: false,
      showHiddenFields: true,
      sort: 'id',
      where,
    })
    return docs as unknown as StoredDocument[]
  }
  let seen = 0

  return {
    cacheKey,
    clock,
    close: async () => {
      await payload.destroy()
      await emulator.close()
    },
    emulator,
    find,
    findGame: async ({ id }) => {
      const [found] = await find('collegeGames', { externalId: { equals: id } })
      if (!found) {
        throw new Error(`The game ${id} is not stored.`)
      }
      return found
    },
    findLines: ({ id }) => find('collegeGameStats', { externalId: { like: `${id}:` } }),
    logged,
    moveTo: (ms) => clock.set(new Date(ms)),
    payload,
    person: people[0]!,
    sync: async ({ mode = 'full', ...args } = {}) => {
      // What an earlier run saw must lie in the past.
      clock.advance(1000)
      const runs = await startRun({
        ...args,
        initiatedBy: null,
        mode,
        payload,
        provider: provider.name,
        trigger: 'api',
      })
      await drainSync({ payload })
      return await Promise.all(runs.map(({ id }) => getRun({ payload, runId: id })))
    },
    takeRequests: () => {
      const all = emulator.requests.list().map(({ method, path }) => {
        return `${method} ${path.slice(PREFIX.length)}`
      })
      const fresh = all.slice(seen)
      seen = all.length
      return fresh
    },
  }
}

type OnlyArgs = { provider: Provider; resources: readonly string[] }

/** Some of the resources, and of the schedules of every connection those that they have a mode for. */
const only = ({ provider: { accounts, resources: all }, resources: names }: OnlyArgs) => {
  const resources = new Map([...all].filter(([name]) => names.includes(name)))
  const schedules = accounts?.schedules?.filter(({ mode }) =>
    [...resources.values()].some(({ scopes }) => scopes[mode] !== undefined),
  )
  return { accounts: accounts && { ...accounts, schedules }, resources }
}

/** What a person would enter. */
export const connectionOf = ({
  password,
  teamIds: [team],
  username,
}: Account): PrestosportsConnection => ({
  credentials: { password, username },
  settings: { team: team! },
})
