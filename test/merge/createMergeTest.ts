import type { CollectionConfig, Config, Field, TypedUser } from 'payload'

import { onTestFinished } from 'vitest'
import { z } from 'zod'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { RecordRules, Resource, SyncDocument } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { TestProject } from '../project/createTestProject.js'

import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

type Document = { id: number | string } & Record<string, unknown>

type Row = { id: string } & Record<string, unknown>

type CreateMergeTestArgs = {
  /** Of the collection `shows`. */
  collection: Omit<CollectionConfig, 'slug'>
  config?: Pick<Config, 'localization'>
  /** Puts references in the place of what a row says. @default a row as it is, without its id */
  map?: (row: Row) => SyncDocument
  /**
   * More resources, each with the fields of the collection of its name besides `name`, which is all
   * that is mapped.
   */
  more?: Record<string, Field[]>
  /** More of the plugin's options. */
  options?: Omit<SyncPluginOptions, 'providers'>
  /** More collections of the project. */
  others?: CollectionConfig[]
  /** More of the resource `shows`. */
  resource?: Partial<Pick<Resource, 'rowId' | 'status'> & RecordRules>
}

export type MergeTest = {
  /** What the provider sends for a resource from now on. */
  answer: (rows: Row[], resource?: string) => void
  /** What the arguments of a write by a signed-in editor begin with. */
  asEditor: { overrideAccess: false; user: TypedUser }
  find: (args?: { draft?: boolean; locale?: string; slug?: string }) => Promise<Document[]>
  findIssues: () => Promise<Document[]>
  sync: (resource?: string) => Promise<RunDetails>
} & TestProject

/** A project whose own collection `shows` is filled by a provider, whatever its fields are. */
export const createMergeTest = async ({
  collection,
  config,
  map = ({ id: _, ...document }) => document,
  more = {},
  options,
  others = [],
  resource,
}: CreateMergeTestArgs): Promise<MergeTest> => {
  const answers = new Map<string, Row[]>()
  const names = ['shows', ...Object.keys(more)]
  const server = await startReplayServer({
    routes: Object.fromEntries(
      names.map((name) => [`/${name}`, () => ({ body: { items: answers.get(name) ?? [] } })]),
    ),
  })
  onTestFinished(server.close)
  const toResource = (name: string): Resource =>
    defineResource({
      collection: name,
      externalId: ({ id }) => id,
      fetchPage: async ({ http, signal }) => {
        const schema = z.looseObject({ items: z.array(z.unknown()) })
        return { records: (await http.get(`/${name}`, { schema, signal })).items }
      },
      map: (row) => (name === 'shows' ? map(row) : { name: row.name }),
      references: name === 'shows' ? Object.keys(more) : [],
      schema: z.looseObject({ id: z.string() }),
      scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
      ...(name === 'shows' && resource),
    })
  const provider = defineProvider({
    name: 'own',
    http: { baseUrl: server.baseUrl },
    resources: Object.fromEntries(names.map((name) => [name, toResource(name)])),
  })
  const project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        ...Object.entries(more).map(([slug, fields]) => ({
          slug,
          fields: [{ name: 'name', type: 'text' as const }, ...fields],
        })),
        ...others,
        { slug: 'shows', ...collection },
      ],
      ...config,
    },
    options: { ...options, providers: [provider] },
  })
  const { payload } = project
  onTestFinished(() => payload.destroy())
  const user = await payload.create({
    collection: 'users',
    data: { email: 'editor@example.com', password: 'test' },
  })
  const find: MergeTest['find'] = async ({ slug = 'shows', draft, locale } = {}) => {
    const { docs } = await payload.find({
      collection: slug,
      depth: 0,
      draft,
      locale: locale as 'all',
      pagination: false,
      sort: 'externalId',
    })
    return docs as Document[]
  }
  return {
    ...project,
    answer: (rows, name = 'shows') => void answers.set(name, rows),
    asEditor: {
      overrideAccess: false,
      user: { ...user, collection: 'users' } as unknown as TypedUser,
    },
    find,
    findIssues: () => find({ slug: testSlugs.syncIssues }),
    sync: async (name = 'shows') => {
      const [run] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: provider.name,
        resource: name,
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
  }
}
