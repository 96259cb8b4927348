import { sql } from '@payloadcms/db-postgres/drizzle'

import type { ByteSource } from '../../files/ByteSource.js'
import type { Database } from '../Database.js'
import type { StoredFile } from './StoredFile.js'

import { FileRefusedError } from '../../../shared/errors/index.js'
import { openBytes, seal } from '../../../shared/sealing/seal.js'
import { getKeyring } from '../connections/sealValues.js'

/** Bytes in each part but the last one. */
export const PART_BYTES = 262_144

type PartArgs = { database: Database; file: string; position: number }

/** A part opens in its own place only. */
const toContext = ({ file, position }: Pick<PartArgs, 'file' | 'position'>): string =>
  JSON.stringify(['syncFileParts', file, position])

/** Keeps a part of a file, encrypted. */
export const addPart = async ({
  bytes,
  database,
  ...place
}: { bytes: Uint8Array } & PartArgs): Promise<void> => {
  const sealed = seal({ context: toContext(place), keyring: getKeyring(database), value: bytes })
  const session = await database.session()
  await session
    .insert(database.table('syncFileParts'))
    .values({ file: place.file, position: place.position, sealed })
}

const readPart = async ({ name, database, ...place }: { name: string } & PartArgs) => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select sealed from ${database.table('syncFileParts')}
    where file = ${place.file} and position = ${place.position}`)
  const [row] = rows as { sealed: string }[]
  if (!row) {
    throw new FileRefusedError({
      fault: 'gone',
      file: name,
      why: 'is not there any more; bring it again',
    })
  }
  return openBytes({ context: toContext(place), keyring: getKeyring(database), sealed: row.sealed })
}

type OpenStoredFileArgs = { database: Database; file: Pick<StoredFile, 'id' | 'name' | 'size'> }

/**
 * The bytes of a file that somebody brought, on whatever host. The part read last is kept: whoever
 * reads an archive takes many small steps.
 */
export const openStoredFile = ({
  database,
  file: { id, name, size },
}: OpenStoredFileArgs): ByteSource => {
  let last: { bytes: Promise<Buffer>; position: number } | undefined
  const getPart = (position: number): Promise<Buffer> => {
    if (last?.position !== position) {
      last = { bytes: readPart({ name, database, file: id, position }), position }
    }
    return last.bytes
  }
  return {
    name,
    async *read({ end, start }) {
      let at = start
      while (at < Math.min(end, size)) {
        const position = Math.floor(at / PART_BYTES)
        const part = await getPart(position)
        const offset = at - position * PART_BYTES
        const piece = part.subarray(offset, Math.min(part.length, offset + end - at))
        if (piece.length === 0) {
          throw new FileRefusedError({
            fault: 'broken',
            file: name,
            why: 'is not whole; bring it again',
          })
        }
        at += piece.length
        yield piece
      }
    },
    size,
  }
}
