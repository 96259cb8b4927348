import type { Readable } from 'node:stream'

import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

import type { ByteSource } from './ByteSource.js'

import { ofBuffer } from './ByteSource.js'

type EntryContent = Buffer | Readable | string

type MakeZipArgs = {
  entries: Readonly<Record<string, EntryContent>>
  /** Unix mode of all of them. @default that of a file */
  mode?: number
  /** When all of them were last changed. @default the first of June 2024 */
  mtime?: Date
  name?: string
}

/** A zip archive in memory. */
export const makeZip = async ({
  name = 'archive.zip',
  entries,
  mode,
  mtime = new Date(2024, 5, 1, 12),
}: MakeZipArgs): Promise<ByteSource> => ofBuffer(name, await packZip({ entries, mode, mtime }))

/** The same as its bytes. */
export const packZip = async ({
  entries,
  mode,
  mtime = new Date(2024, 5, 1, 12),
}: Omit<MakeZipArgs, 'name'>): Promise<Buffer> => {
  const zip = new ZipFile()
  const options = { mtime, ...(mode !== undefined && { mode }) }
  for (const [path, content] of Object.entries(entries)) {
    if (typeof content === 'string' || Buffer.isBuffer(content)) {
      zip.addBuffer(Buffer.from(content as string), path, options)
    } else {
      zip.addReadStream(content, path, options)
    }
  }
  zip.end()
  return await buffer(zip.outputStream as Readable)
}

type PatchArgs = { bytes: ByteSource; from: Buffer | string; to: Buffer | string }

/** The archive with every place changed that reads so, as somebody would who forges one. */
export const patchZip = async ({ bytes, from, to }: PatchArgs): Promise<ByteSource> => {
  const parts: Uint8Array[] = []
  for await (const part of bytes.read({ end: bytes.size, start: 0 })) {
    parts.push(part)
  }
  const whole = Buffer.concat(parts)
  const sought = Buffer.from(from as string)
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + sought.length)) {
    Buffer.from(to as string).copy(whole, at)
  }
  return ofBuffer(bytes.name, whole)
}
