import type { Payload, PayloadRequest } from 'payload'

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLocalReq } from 'payload'

import type { BenchMatch } from '../records/matches.js'

export const IMPORT_PLUGIN = '@payloadcms/plugin-import-export@3.90.1'

/** Below `node_modules`, so that it finds the project's own Payload. */
const FOLDER = path.join(import.meta.dirname, '../../../../node_modules/.cache/bench-peers')

type CreateImport = (args: {
  batchSize: number
  collectionSlug: string
  file: { data: Buffer; mimetype: string; name: string }
  format: 'json'
  importMode: 'upsert'
  matchField: string
  req: PayloadRequest
  userCollection: string
  userID: number | string
}) => Promise<{ errors: unknown[]; imported: number; updated: number }>

/**
 * The plugin's own function that an uploaded file ends in. The package is fetched once; it is no
 * dependency, because nothing but this needs it. `undefined` where it cannot be had.
 */
export const loadImport = async (): Promise<CreateImport | undefined> => {
  const file = path.join(FOLDER, 'package/dist/import/createImport.js')
  try {
    if (!existsSync(file)) {
      mkdirSync(FOLDER, { recursive: true })
      execFileSync('npm', ['pack', IMPORT_PLUGIN, '--silent'], { cwd: FOLDER })
      const archive = readdirSync(FOLDER).find((name) => name.endsWith('.tgz'))!
      execFileSync('tar', ['xzf', archive], { cwd: FOLDER })
    }
    const { createImport } = (await import(pathToFileURL(file).href)) as {
      createImport: CreateImport
    }
    return createImport
  } catch (error) {
    console.log(`Without ${IMPORT_PLUGIN}, which cannot be had: ${String(error).slice(0, 200)}`)
    return undefined
  }
}

type WriteByImportArgs = {
  collection: string
  createImport: CreateImport
  payload: Payload
  read: () => Promise<BenchMatch[]>
  toDocument: (match: BenchMatch) => object
  user: number | string
}

/** An upsert by external id, as the import page does it with a file of JSON. */
export const writeByImport = async ({
  collection,
  createImport,
  payload,
  read,
  toDocument,
  user,
}: WriteByImportArgs): Promise<void> => {
  const matches = await read()
  const documents = matches.map((match) => ({
    ...toDocument(match),
    externalId: match.id,
    provider: 'bench',
  }))
  const { errors, imported, updated } = await createImport({
    batchSize: 100,
    collectionSlug: collection,
    file: {
      name: 'matches.json',
      data: Buffer.from(JSON.stringify(documents)),
      mimetype: 'application/json',
    },
    format: 'json',
    importMode: 'upsert',
    matchField: 'externalId',
    req: await createLocalReq({}, payload),
    userCollection: 'users',
    userID: user,
  })
  if (imported + updated !== matches.length) {
    throw new Error(
      `Of ${matches.length} records ${imported + updated}: ${JSON.stringify(errors[0])}`,
    )
  }
}
