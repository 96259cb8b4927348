import type { Payload } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Run } from '../../src/sync/run/Run.js'
import type { TableRows } from './earlierDatabase.js'
import type { Archive } from './startArchive.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineArchive } from './defineArchive.js'
import {
  EARLIER_MIGRATION,
  loadEarlierDatabase,
  readEarlierSnapshot,
  readRows,
} from './earlierDatabase.js'
import { startArchive } from './startArchive.js'

type Migration = Parameters<NonNullable<Payload['db']['migrate']>>[0] extends
  { migrations?: (infer One)[] } | undefined
  ? One
  : never

/** Asks Payload for the migration from one schema to the next, as `payload migrate:create` does. */
const createMigration = async ({
  directory,
  payload,
}: {
  directory: string
  payload: Payload
}): Promise<{ migration: Migration; text: string }> => {
  const before = new Set(readdirSync(directory))
  await payload.db.createMigration({ forceAcceptWarning: true, migrationName: 'newest', payload })
  const file = readdirSync(directory).find(
    (name) => name.endsWith('_newest.ts') && !before.has(name),
  )!
  const text = readFileSync(path.join(directory, file), 'utf8')
  // Beside the packages that it imports, and in the language that Node.js reads.
  const script = path.join(process.cwd(), 'node_modules', '.cache', `${file}.${process.pid}.mjs`)
  mkdirSync(path.dirname(script), { recursive: true })
  writeFileSync(
    script,
    ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext } }).outputText,
  )
  try {
    const { down, up } = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as Migration
    return { migration: { name: path.basename(file, '.ts'), down, up } as Migration, text }
  } finally {
    rmSync(script)
  }
}

describe('a project that comes from the earlier version', () => {
  let after: TableRows
  let archive: Archive
  let before: TableRows
  let migrationText: string
  let payload: Payload
  let readRowsOf: (table: string) => Promise<TableRows[string]>
  let runs: Run[]
  const syncAll = async (): Promise<Run[]> => {
    const started = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'archive',
      resource: undefined,
      trigger: 'api',
    })
    await drainSync({ payload })
    return await Promise.all(started.map(({ id }) => getRun({ payload, runId: id })))
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'sync-upgrade-'))

  beforeAll(async () => {
    const databaseUrl = await createTestDatabase()
    before = await loadEarlierDatabase({ databaseUrl })
    writeFileSync(path.join(directory, `${EARLIER_MIGRATION}.json`), readEarlierSnapshot())
    archive = await startArchive()
    const project = await createTestProject({
      config: {
        db: postgresAdapter({
          migrationDir: directory,
          pool: { connectionString: databaseUrl },
          push: false,
        }),
      },
      databaseUrl,
      options: { providers: [defineArchive({ baseUrl: archive.url })] },
    })
    payload = project.payload
    const { migration, text } = await createMigration({ directory, payload })
    migrationText = text
    await payload.db.migrate({ migrations: [migration] })
    after = await readRows({ databaseUrl, tables: Object.keys(before) })
    readRowsOf = async (table) => (await readRows({ databaseUrl, tables: [table] }))[table]!
    runs = await syncAll()
  })

  afterAll(async () => {
    await payload?.destroy()
    await archive?.close()
    rmSync(directory, { force: true, recursive: true })
  })

  it('should be migrated without a statement that takes something away', () => {
    const up = migrationText.slice(0, migrationText.indexOf('export async function down'))

    expect(up).not.toMatch(/\bDROP (?:COLUMN|TABLE|TYPE)\b|\bTRUNCATE\b|(?<!\bON )\bDELETE\b/i)
  })

  it('should have every row and every value that it had', () => {
    const { payload_migrations: _migrations, ...tables } = before

    for (const [table, rows] of Object.entries(tables)) {
      expect(after[table], table).toHaveLength(rows.length)
      for (const row of rows) {
        expect(after[table], table).toContainEqual(expect.objectContaining(row))
      }
    }
  })

  it('should give a slug to whatever has none in the next full sync, and change nothing else', async () => {
    expect(runs).toHaveLength(6)
    for (const { counts, resource } of runs) {
      const isWithoutSlug = ['matches', 'players', 'teams'].includes(resource)
      expect(counts, resource).toMatchObject({ conflicts: 0, created: 0 })
      expect(counts[isWithoutSlug ? 'updated' : 'unchanged'], resource).toBeGreaterThan(0)
      expect(counts[isWithoutSlug ? 'unchanged' : 'updated'], resource).toBe(0)
    }
    for (const table of ['matches', 'players', 'teams']) {
      for (const { slug, updated_at: _, ...row } of await readRowsOf(table)) {
        expect(slug, table).toMatch(/^[\p{Letter}\p{Number}]+(-[\p{Letter}\p{Number}]+)*$/u)
        const earlier = after[table]!.find(({ id }) => id === row.id)
        expect({ ...earlier, slug }).toMatchObject(row)
      }
    }
  })

  it('should find everything unchanged after that', async () => {
    const again = await syncAll()

    for (const { counts, resource } of again) {
      expect(counts, resource).toMatchObject({ created: 0, updated: 0 })
      expect(counts.unchanged, resource).toBeGreaterThan(0)
    }
  })

  it('should keep what an editor had changed, and the schedule a person had made', async () => {
    const { docs: matches } = await payload.find({
      collection: 'matches',
      where: { externalId: { equals: 'm1' } },
    })
    const { docs: schedules } = await payload.find({
      collection: 'syncSchedules',
      where: { origin: { equals: 'admin' } },
    })

    expect(matches).toMatchObject([{ awayScore: 4, homeScore: 2, referee: 'An Editor' }])
    expect(schedules).toMatchObject([
      { provider: 'archive', resource: 'teams', timezone: 'Europe/Berlin' },
    ])
  })
})
