import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Sync } from '../../engine/Sync.js'
import type { StoredFile } from '../../store/files/StoredFile.js'

import { cleanText } from '../../../shared/cleanText.js'
import { FileRefusedError } from '../../../shared/errors/index.js'
import { findFiles } from '../../store/files/findFiles.js'
import { addPart, openStoredFile, PART_BYTES } from '../../store/files/parts.js'
import { createFile, removeFiles, updateFile } from '../../store/files/writeFile.js'
import { getFileSource } from './getFileSource.js'
import { inspectFile } from './inspectFile.js'

type ReceiveFileArgs = {
  /** Its bytes, as they come. */
  body: AsyncIterable<Uint8Array>
  connection: string
  /** When it was made, where nothing in it says so. @default when it came */
  givenAt?: Date | undefined
  /** As it is called. */
  name: string
  payload: Payload
  provider: string
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

const DAY_MS = 86_400_000

/** What was brought and never imported does not stay for longer. */
const MOST_DAYS = 7

/**
 * Takes in a file that somebody brings for a connection, keeps it encrypted for whichever host will
 * import it, and looks at what is in it. Nothing is imported yet.
 *
 * @throws RefusedError for a name nobody knows, and a provider whose records do not come in files
 * @throws FileRefusedError that says which file must not or cannot be read, and why; nothing is kept
 */
export const receiveFile = async ({
  name: given,
  body,
  connection,
  givenAt,
  payload,
  provider: providerName,
  sight,
}: ReceiveFileArgs): Promise<StoredFile> => {
  const found = await getFileSource({ connection, payload, provider: providerName, sight })
  const { provider, source, sync } = found
  const { database } = sync
  const now = sync.clock.now()
  await removeFiles({
    database,
    filter: { before: new Date(now.getTime() - MOST_DAYS * DAY_MS) },
  })
  const name = toFileName(given)
  const id = await createFile({ name, connection, database, now, provider: providerName })
  try {
    const { sha256, size } = await keep({ id, name, body, sync })
    const { findings, heldAt } = await inspectFile({
      bytes: openStoredFile({ database, file: { id, name, size } }),
      connection,
      givenAt,
      now,
      provider,
      source,
      sync,
    })
    await updateFile({
      id,
      database,
      values: {
        found: findings,
        heldAt: heldAt.toISOString(),
        sha256,
        size,
        status: 'waiting',
      },
    })
  } catch (error) {
    await removeFiles({ database, filter: { id } })
    throw error
  }
  const [file] = await findFiles({ database, filter: { id } })
  return file!
}

const LONGEST_NAME = 200

const toFileName = (given: string): string =>
  cleanText(given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1))
    .trim()
    .slice(-LONGEST_NAME) || 'file'

type KeepArgs = { body: AsyncIterable<Uint8Array>; id: string; name: string; sync: Sync }

/** Stores the bytes as they come, part by part. */
const keep = async ({ id, name, body, sync: { database, files } }: KeepArgs) => {
  const hash = createHash('sha256')
  const held = Buffer.alloc(PART_BYTES)
  let filled = 0
  let position = 0
  let size = 0
  const flush = async (): Promise<void> => {
    await addPart({ bytes: held.subarray(0, filled), database, file: id, position })
    position += 1
    filled = 0
  }
  for await (const chunk of body) {
    size += chunk.length
    if (size > files.maxBytes) {
      const most = Math.round(files.maxBytes / 1_000_000)
      throw new FileRefusedError({ fault: 'size', file: name, why: `is larger than ${most} MB` })
    }
    hash.update(chunk)
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + PART_BYTES - filled)
      held.set(piece, filled)
      filled += piece.length
      at += piece.length
      if (filled === PART_BYTES) {
        await flush()
      }
    }
  }
  if (size === 0) {
    throw new FileRefusedError({ fault: 'empty', file: name, why: 'is empty' })
  }
  if (filled > 0) {
    await flush()
  }
  return { sha256: hash.digest('hex'), size }
}
