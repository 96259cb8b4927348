import type { Payload, TypedUser } from 'payload'

import { onTestFinished } from 'vitest'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { TestProject } from './createTestProject.js'
import type { TestProvider, TestRecord } from './createTestProvider.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from './createTestProject.js'
import { createTestProvider } from './createTestProvider.js'
import { testSlugs } from './testSlugs.js'

type Document = { id: number | string } & Record<string, unknown>

type CreateSyncTestArgs = {
  /** More of the project's config. @default nothing */
  config?: Parameters<typeof createTestProject>[0]['config']
  options?: Omit<SyncPluginOptions, 'providers'>
  provider?: Parameters<typeof createTestProvider>[0]
  records?: readonly TestRecord[]
}

export type SyncTest = {
  /** Changes a match the way a person in the admin panel does. */
  editAsPerson: (externalId: string, data: Record<string, unknown>) => Promise<void>
  findIssues: () => Promise<Document[]>
  findMatch: (externalId: string) => Promise<Document | undefined>
  findMatches: () => Promise<Document[]>
  payload: Payload
  provider: TestProvider
  /** Syncs the games once and returns the run when it has ended. */
  sync: (args?: { mode?: SyncMode }) => Promise<RunDetails>
} & TestProject

/** A project, a provider of games, and what tests do with them. */
export const createSyncTest = async ({
  config,
  options,
  provider: providerArgs,
  records,
}: CreateSyncTestArgs = {}): Promise<SyncTest> => {
  const provider = await createTestProvider({ ...providerArgs, records })
  onTestFinished(provider.close)
  const project = await createTestProject({
    config,
    options: { ...options, providers: [provider.provider] },
  })
  const { payload } = project
  onTestFinished(() => payload.destroy())
  let editor: Promise<TypedUser> | undefined
  /** Only made where one is needed: a password takes longer to hash than a sync. */
  const getEditor = (): Promise<TypedUser> =>
    (editor ??= payload.create({
      collection: 'users',
      data: { email: 'editor@example.com', password: 'test' },
    }) as unknown as Promise<TypedUser>)

  const findMatches = async (): Promise<Document[]> => {
    const { docs } = await payload.find({
      collection: testSlugs.matches,
      depth: 0,
      pagination: false,
      sort: 'externalId',
    })
    return docs as Document[]
  }
  const findMatch = async (externalId: string): Promise<Document | undefined> =>
    (await findMatches()).find((match) => match.externalId === externalId)

  return {
    ...project,
    editAsPerson: async (externalId, data) => {
      const match = await findMatch(externalId)
      await payload.update({
        id: match!.id,
        collection: testSlugs.matches,
        data,
        overrideAccess: false,
        user: { ...(await getEditor()), collection: 'users' },
      })
    },
    findIssues: async () => {
      const { docs } = await payload.find({
        collection: testSlugs.syncIssues,
        depth: 0,
        pagination: false,
        sort: 'externalId',
      })
      return docs as Document[]
    },
    findMatch,
    findMatches,
    provider,
    sync: async ({ mode = 'full' } = {}) => {
      const [run] = await startRun({
        initiatedBy: null,
        mode,
        payload,
        provider: provider.provider.name,
        resource: 'games',
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
  }
}
