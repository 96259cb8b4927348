import { describe, expect, it } from 'vitest'

import type { TestRecord } from '../project/createTestProvider.js'

import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createCliTest } from './createCliTest.js'

// cspell:ignore typname typnamespace typtype
const GAMES: TestRecord[] = [{ id: '7', name: 'Final', home: { id: '53', name: 'Celtic' } }]

/** A project with two documents that came from a provider, and its database as it is. */
const setUp = async () => {
  const { payload } = await createSyncTest({ records: GAMES })
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'cli',
  })
  await drainSync({ payload })
  const { pool, schemaName = 'public' } = getAdapter(payload)
  const list = async (query: string): Promise<string[]> =>
    (await pool.query<{ name: string }>(query, [schemaName])).rows.map(({ name }) => name)
  return {
    call: createCliTest(payload),
    look: async () => ({
      enums: await list(
        `select typname as name from pg_type join pg_namespace n on n.oid = typnamespace
         where typtype = 'e' and nspname = $1 order by 1`,
      ),
      pointing: await list(
        `select table_name || '.' || column_name as name from information_schema.columns
         where table_schema = $1 and (column_name like 'sync_%' or column_name like '%matches_id')
         order by 1`,
      ),
      queues: await list(
        `select nspname as name from pg_namespace
         where nspname like 'payload_sync%' and $1 <> '' order by 1`,
      ),
      tables: await list(
        'select tablename as name from pg_tables where schemaname = $1 order by 1',
      ),
    }),
    pool,
  }
}

const isMachinery = (name: string): boolean => name.startsWith('sync_')

describe('payload sync uninstall', () => {
  it('should name what would go, and drop nothing before somebody has agreed', async () => {
    const { call, look } = await setUp()
    const before = await look()

    const dry = await call({ args: ['uninstall', '--dry-run'] })
    const unasked = await call({ args: ['uninstall'] })
    const declined = await call({ answer: 'yes', args: ['uninstall', '--keep-content'] })

    expect(dry.code).toBe(0)
    expect(dry.output).toMatch(/^Tables that go \(\d+\): .*matches.*sync_logs.*sync_records/m)
    expect(dry.lines.at(-1)).toBe('Nothing was dropped.')
    expect(unasked).toMatchObject({
      code: 2,
      errors:
        'Nobody is there to be asked, so nothing was dropped. Say --yes to drop all of this.\n',
    })
    expect(declined).toMatchObject({ code: 1, errors: 'Nothing was dropped.\n' })
    expect(declined.lines.find((line) => line.startsWith('Tables'))).not.toContain('matches')
    expect(await look()).toEqual(before)
  })

  it('should leave content with its ids, and nothing else that is its own', async () => {
    const { call, look, pool } = await setUp()
    const before = await look()

    const { code, output } = await call({
      answer: 'uninstall',
      args: ['uninstall', '--keep-content'],
    })

    expect(code).toBe(0)
    expect(output).toContain('npx payload generate:importmap')
    const after = await look()
    expect(after.tables).toEqual(before.tables.filter((name) => !isMachinery(name)))
    expect(after.tables).toContain('matches')
    expect(after.enums.filter((name) => name.includes('sync_'))).toEqual([])
    expect(after.enums.length).toBeGreaterThan(0)
    expect(after.pointing.filter((name) => /\.sync_.*_id$/.test(name))).toEqual([])
    expect(after.pointing).toContain('payload_locked_documents_rels.matches_id')
    expect(after.queues).toEqual([])
    const { rows } = await pool.query('select external_id, provider, title from matches')
    expect(rows).toEqual([{ external_id: '7', provider: 'test', title: 'Final' }])
  })

  it('should leave nothing at all without being told to keep content', async () => {
    const { call, look } = await setUp()

    const { code } = await call({ args: ['uninstall', '--yes'] })

    expect(code).toBe(0)
    const after = await look()
    expect(after.tables.filter((name) => isMachinery(name) || /match|team/.test(name))).toEqual([])
    expect(after.tables).toContain('users')
    expect(after.pointing.filter((name) => !name.startsWith('payload_kv'))).toEqual([])
    expect(after.queues).toEqual([])
  })
})
