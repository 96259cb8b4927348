import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'

import { startPostgres } from './startPostgres.js'

const query = async ({ text, url }: { text: string; url: string }): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()

  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

it('should keep its data from one start to the next, and refuse two at once', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'start-postgres-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))

  const first = await startPostgres({ dataDir, persistent: true })
  const firstUrl = await first.createDatabase('kept')
  await query({ text: 'CREATE TABLE things AS SELECT 7 AS id', url: firstUrl })
  await expect(startPostgres({ dataDir, persistent: true })).rejects.toThrow('in use by process')
  await first.stop()

  const second = await startPostgres({ dataDir, persistent: true })
  onTestFinished(second.stop)
  const secondUrl = await second.createDatabase('kept')
  expect(await query({ text: 'SELECT id FROM things', url: secondUrl })).toEqual([{ id: 7 }])
})

it('should leave nothing behind when it is not to keep its data', async () => {
  const { stop, url } = await startPostgres({ persistent: false })
  const [row] = await query({ text: 'SHOW data_directory', url })
  const { data_directory: cluster } = row as { data_directory: string }
  expect(existsSync(path.dirname(cluster))).toBe(true)

  await stop()

  expect(existsSync(path.dirname(cluster))).toBe(false)
})
