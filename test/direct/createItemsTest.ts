import type { CollectionConfig, Config, Payload } from 'payload'
import type { PoolClient } from 'pg'

import { onTestFinished, vi } from 'vitest'
import { z } from 'zod'

import type { RecordRules } from '../../src/sdk/index.js'

import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'

export type Item = { id: string; name: string; price?: unknown }

type CreateItemsTestArgs = {
  collection?: Partial<CollectionConfig>
  /** Where the project is. @default a database of its own, as projects usually have them */
  database?: { db: Config['db']; url: string }
  rules?: RecordRules
}

/**
 * A project with a collection of its own, the operations of the adapter that were called, and what
 * the database was asked.
 */
export const createItemsTest = async ({
  collection,
  database,
  rules,
}: CreateItemsTestArgs = {}) => {
  let records: Item[] = []
  const items = defineResource({
    collection: 'items',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records }),
    map: ({ name, price }) => ({ name, price }),
    schema: z.looseObject({ id: z.string(), name: z.string(), price: z.unknown().optional() }),
    scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
  })
  const { logged, payload } = await createTestProject({
    ...(database && { databaseUrl: database.url }),
    config: {
      ...(database && { db: database.db }),
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'items',
          fields: [
            { name: 'name', type: 'text', maxLength: 20 },
            { name: 'price', type: 'number' },
            { name: 'day', type: 'date' },
          ],
          ...collection,
        },
      ],
    },
    options: {
      providers: [defineProvider({ name: 'own', resources: { items } })],
      resources: { 'own.items': rules },
    },
  })
  onTestFinished(() => payload.destroy())
  const statements = recordStatements(payload)
  const create = vi.spyOn(payload.db, 'create')
  const update = vi.spyOn(payload.db, 'updateOne')
  const ofItems = (spy: typeof create | typeof update): number =>
    spy.mock.calls.filter(([args]) => args.collection === 'items').length
  return {
    find: async () => {
      const { docs } = await payload.find({ collection: 'items', limit: 0, sort: 'externalId' })
      return docs.map(({ name, externalId, price }) => [externalId, name, price] as unknown[])
    },
    issues: async () => {
      const { docs } = await payload.find({ collection: 'syncIssues', sort: 'externalId' })
      return docs.map(({ externalId, kind, message, status }) => ({
        externalId,
        kind,
        message,
        status,
      }))
    },
    logged,
    payload,
    /** How often the adapter was asked to write one document. */
    single: () => ({ create: ofItems(create), update: ofItems(update) }),
    /** The statements of the last sync that begin so. */
    statements: (begin: string): string[] => statements.filter((text) => text.startsWith(begin)),
    sync: async (now: Item[]) => {
      records = now
      create.mockClear()
      update.mockClear()
      statements.length = 0
      const [run] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'own',
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
    versions: async () => {
      const { docs } = await payload.db.findVersions<Record<string, unknown>>({
        collection: 'items',
        limit: 0,
        pagination: false,
        sort: 'id',
      })
      return docs
        .map(({ latest, version: { _status: status, externalId, price } }) => ({
          externalId,
          latest,
          price,
          status,
        }))
        .sort((a, b) => String(a.externalId).localeCompare(String(b.externalId)))
    },
  }
}

/** The texts of all statements of the process from now on, until the test has finished. */
const recordStatements = (payload: Payload): string[] => {
  const texts: string[] = []
  const { pool } = getAdapter(payload)
  const { prototype } = (pool as unknown as { Client: { prototype: PoolClient } }).Client
  const ask = Reflect.get(prototype, 'query') as (...args: unknown[]) => unknown
  prototype.query = function (this: PoolClient, ...args: unknown[]) {
    const [given] = args as [{ text: string } | string]
    texts.push((typeof given === 'string' ? given : given.text).trimStart())
    return ask.apply(this, args)
  } as PoolClient['query']
  onTestFinished(() => {
    prototype.query = ask as PoolClient['query']
  })
  return texts
}
