import type { CollectionConfig, Field, Payload } from 'payload'

import type { Watched } from './watchDatabase.js'

import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { openTestProject } from '../../project/openTestProject.js'
import { createBenchProvider } from './records/createBenchProvider.js'
import { type RecordServer, startRecordServer } from './records/startRecordServer.js'
import { watchDatabase } from './watchDatabase.js'

type Moment = { at: number; cpu: NodeJS.CpuUsage; statements: number }

export type SyncedWindow = { cpuMs: number; ms: number; statements: number }

export type Bench = {
  clear: () => Promise<void>
  close: () => Promise<void>
  payload: Payload
  server: RecordServer
  startCounting: () => void
  /** Statements since `startCounting`. */
  statements: () => number
  /** Syncs a resource, and says what it took from its first request to the commit of its last batch. */
  sync: (args: { mode?: 'full' | 'live'; resource: string }) => Promise<SyncedWindow>
  /** Ids of their documents by externalId. */
  teams: ReadonlyMap<string, number>
  user: number | string
}

const SHOWS: CollectionConfig = {
  slug: 'shows',
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'score', type: 'number' },
    { name: 'tags', type: 'text', hasMany: true },
    {
      name: 'tracks',
      type: 'array',
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'length', type: 'number' },
      ],
    },
  ],
}

/** A project with the real collection of matches, all its hooks, and records in another process. */
export const openBench = async ({ databaseUrl }: { databaseUrl: string }): Promise<Bench> => {
  const server = await startRecordServer()
  const begun = new Map<'first', Moment>()
  let read: () => Watched = () => ({ statements: 0, stored: undefined })
  const payload = await openTestProject({
    config: { collections: [{ slug: 'users', auth: true, fields: [] }, SHOWS] },
    databaseUrl,
    onLog: () => undefined,
    options: {
      collections: { matches: { overrides: letUsersWrite } },
      providers: [
        createBenchProvider({
          baseUrl: server.baseUrl,
          onFirst: () => {
            const { statements } = read()
            begun.set('first', { at: performance.now(), cpu: process.cpuUsage(), statements })
          },
        }),
      ],
    },
  })
  const watch = watchDatabase(payload)
  ;({ read } = watch)
  const { pool } = getAdapter(payload)
  // A process before this one may have made it.
  const { docs: users } = await payload.find({ collection: 'users', limit: 1 })
  const user =
    users[0] ??
    (await payload.create({
      collection: 'users',
      data: { email: 'bench@example.com', password: 'bench' },
    }))

  const sync: Bench['sync'] = async ({ mode = 'full', resource }) => {
    watch.start()
    begun.clear()
    const asked = { initiatedBy: null, mode, payload, provider: 'bench', resource } as const
    const [run] = await startRun({ ...asked, trigger: 'cli' })
    await drainSync({ payload })
    const { docs } = await payload.find({
      collection: 'syncLogs',
      where: { id: { equals: run!.id } },
    })
    if (docs[0]?.status !== 'completed') {
      throw new Error(`The run of ${resource} ended ${JSON.stringify(docs[0]?.error)}.`)
    }
    const { stored } = read()
    const first = begun.get('first')
    return first && stored
      ? {
          cpuMs: toMs(stored.cpu) - toMs(first.cpu),
          ms: stored.at - first.at,
          statements: stored.statements - first.statements,
        }
      : { cpuMs: 0, ms: 0, statements: 0 }
  }
  await sync({ resource: 'teams' })
  const { docs } = await payload.find({ collection: 'teams', limit: 0 })
  return {
    clear: async () => {
      await pool.query(
        "delete from sync_records where resource <> 'teams'; delete from sync_sightings; " +
          'truncate matches, shows cascade',
      )
      await pool.query('vacuum analyze sync_records')
    },
    close: async () => {
      server.close()
      await payload.destroy()
    },
    payload,
    server,
    startCounting: watch.start,
    statements: () => read().statements,
    sync,
    teams: new Map(docs.map(({ id, externalId }) => [String(externalId), Number(id)])),
    user: user.id,
  }
}

export const toMs = ({ system, user }: NodeJS.CpuUsage): number => (system + user) / 1000

/** The import plugin writes with the access of a person, which the kit does not give. */
const letUsersWrite = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  access: { create: () => true, read: () => true, update: () => true },
  fields: collection.fields.map(withoutAccess),
})

const withoutAccess = (field: Field): Field => {
  const { access: _access, ...rest } = field as { access?: unknown } & Field
  return rest as Field
}
