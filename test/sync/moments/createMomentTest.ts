import type { CollectionConfig, Payload, TypedUser } from 'payload'

import { onTestFinished } from 'vitest'

import type { SyncPluginOptions } from '../../../src/plugin/options/SyncPluginOptions.js'
import type { Page, Resource, SyncMode } from '../../../src/sdk/index.js'
import type { Run } from '../../../src/sync/run/Run.js'
import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { TestProvider, TestRecord } from '../../project/createTestProvider.js'

import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createTestProject } from '../../project/createTestProject.js'
import { createTestProvider } from '../../project/createTestProvider.js'
import { testSlugs } from '../../project/testSlugs.js'
import { waitFor } from '../../project/waitFor.js'

/** Payload's own collection of who has what open. */
const LOCKS = 'payload-locked-documents'

type Document = { id: number | string } & Record<string, unknown>

/** A document that a sync is about to write, or has written and not committed. */
export type Write = { externalId: string; provider: string }

type CreateMomentTestArgs = {
  /** What the project changes of the collection of matches. @default nothing */
  matches?: Partial<CollectionConfig>
  options?: Omit<SyncPluginOptions, 'providers'>
  pageSize?: number
  records: readonly TestRecord[]
}

/**
 * What happens at certain moments of a sync; a test gives another function to hold the moment up.
 */
export type Moments = {
  /** After a sync wrote a match and before it commits. */
  afterWrite: (write: Write) => Promise<void> | void
  /** Before a sync writes a match. */
  beforeWrite: (write: Write) => Promise<void> | void
  /** After a page was answered and before the engine has it. */
  onPage: (args: { mode: SyncMode; page: Page }) => Page | Promise<Page>
  /** After a single record was answered and before the engine has it. */
  onRecord: () => Promise<void> | void
}

export type MomentTest = {
  /** Ends when every run has ended. */
  drain: (signal?: AbortSignal) => Promise<void>
  find: (collection: keyof typeof testSlugs) => Promise<Document[]>
  findMatch: (externalId: string) => Promise<Document>
  findRun: (run: Pick<Run, 'id'>) => Promise<RunDetails>
  getEditor: () => Promise<{ collection: 'users' } & TypedUser>
  moments: Moments
  /** Has an editor begin to edit a match in the admin panel. */
  open: (externalId: string) => Promise<{ close: () => Promise<void> }>
  payload: Payload
  provider: TestProvider
  query: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  start: (mode?: SyncMode) => Promise<Run>
  sync: (mode?: SyncMode) => Promise<RunDetails>
  /** Ends when somebody waits for a lock of the database. */
  waitForBlocked: () => Promise<void>
}

/** A project in which two things can be made to happen at the same moment. */
export const createMomentTest = async ({
  matches,
  options,
  pageSize,
  records,
}: CreateMomentTestArgs): Promise<MomentTest> => {
  const moments: Moments = {
    afterWrite: () => undefined,
    beforeWrite: () => undefined,
    onPage: ({ page }) => page,
    onRecord: () => undefined,
  }
  const provider = await createTestProvider({ isLive: true, pageSize, records })
  onTestFinished(provider.close)
  const { resources } = provider.provider
  const games = resources.get('games')!
  const held: Resource = {
    ...games,
    fetchOne: async (args) => {
      const found = await games.fetchOne!(args)
      await moments.onRecord()
      return found
    },
    fetchPage: async (args) => {
      const page = await games.fetchPage(args)
      return await moments.onPage({ mode: args.mode, page })
    },
  }
  const { payload } = await createTestProject({
    options: {
      ...options,
      collections: {
        matches: {
          overrides: (collection) => ({
            ...collection,
            ...matches,
            hooks: {
              ...collection.hooks,
              afterChange: [
                ...(collection.hooks?.afterChange ?? []),
                async ({ context, doc }: { context: object; doc: Write }) => {
                  if ('sync' in context) {
                    await moments.afterWrite(doc)
                  }
                },
              ],
              beforeChange: [
                ...(collection.hooks?.beforeChange ?? []),
                async ({ context, data, originalDoc }) => {
                  if ('sync' in context) {
                    await moments.beforeWrite({ ...originalDoc, ...data } as Write)
                  }
                },
              ],
            },
          }),
        },
      },
      providers: [{ ...provider.provider, resources: new Map([...resources, ['games', held]]) }],
    },
  })
  onTestFinished(() => payload.destroy())

  const find: MomentTest['find'] = async (collection) => {
    const { docs } = await payload.find({
      collection: testSlugs[collection],
      depth: 0,
      pagination: false,
      showHiddenFields: true,
      sort: 'externalId',
    })
    return docs as Document[]
  }
  const query: MomentTest['query'] = async (text, values) =>
    (await getAdapter(payload).pool.query<Record<string, unknown>>(text, values)).rows
  const start: MomentTest['start'] = async (mode = 'full') => {
    const [run] = await startRun({
      initiatedBy: null,
      mode,
      payload,
      provider: provider.provider.name,
      resource: 'games',
      trigger: 'api',
    })
    return run!
  }
  const findRun: MomentTest['findRun'] = ({ id }) => getRun({ payload, runId: id })
  let editor: Promise<TypedUser> | undefined
  const getEditor: MomentTest['getEditor'] = async () => {
    editor ??= payload.create({
      collection: 'users',
      data: { email: 'editor@example.com', password: 'test' },
    }) as unknown as Promise<TypedUser>
    return { ...(await editor), collection: 'users' }
  }
  const findMatch: MomentTest['findMatch'] = async (externalId) =>
    (await find('matches')).find((match) => match.externalId === externalId)!

  return {
    drain: (signal) => drainSync({ payload, signal }),
    find,
    findMatch,
    findRun,
    getEditor,
    moments,
    open: async (externalId) => {
      const { id } = await findMatch(externalId)
      const { id: user } = await getEditor()
      const lock = await payload.create({
        collection: LOCKS,
        data: {
          document: { relationTo: testSlugs.matches, value: id },
          user: { relationTo: 'users', value: user },
        },
      })
      return {
        close: async () => {
          await payload.delete({ collection: LOCKS, where: { id: { equals: lock.id } } })
        },
      }
    },
    payload,
    provider,
    query,
    start,
    sync: async (mode) => {
      const run = await start(mode)
      await drainSync({ payload })
      return await findRun(run)
    },
    waitForBlocked: async () => {
      await waitFor({
        event: 'somebody who waits for a lock',
        look: async () => {
          const rows = await query(
            `select 1 from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'`,
          )
          return rows.length > 0
        },
      })
    },
  }
}

/** A moment that a test holds up, and lets go of. */
export const createGate = () => {
  let open = (): void => undefined
  let reach = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  return {
    open,
    /** Ends when somebody stands at the gate. */
    reached,
    /** Stands at the gate until it is opened. */
    stand: async (): Promise<void> => {
      reach()
      await opened
    },
  }
}
