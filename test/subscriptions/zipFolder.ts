import { readdirSync, readFileSync, statSync } from 'node:fs'

import type { ByteSource } from '../../src/sync/files/ByteSource.js'

import { makeZip } from '../../src/sync/files/zip.fixture.js'

/** The files below a folder as an archive, with their folders. */
export const zipFolder = async (folder: string): Promise<ByteSource> =>
  await makeZip({
    entries: Object.fromEntries(
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter((path) => statSync(`${folder}/${path}`).isFile())
        .map((path) => [path, readFileSync(`${folder}/${path}`)]),
    ),
  })
