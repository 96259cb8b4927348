import { constants, crc32, deflateRawSync } from 'node:zlib'

import type { ByteSource } from '../../src/sync/files/ByteSource.js'

type MakeLongHistoryArgs = {
  /** Size of the viewing history when it is unpacked: a whole number of millions. */
  bytes: number
  /** What else is in the archive, by name. */
  others: Readonly<Record<string, string>>
}

const BLOCK = 1_000_000

type Entry = { crc: number; name: string; offset: number; packed: number; size: number }

/**
 * An archive with a viewing history of any size, made while it is read: the same packed block again
 * and again, which packs no better than that of a person.
 */
export const makeLongHistory = ({ bytes, others }: MakeLongHistoryArgs): ByteSource => {
  const count = bytes / BLOCK
  const rows = Array.from(
    { length: 20_000 },
    (_row, index) =>
      `Person,2024-05-06 19:29:13,00:29:31,,Series ${Math.imul(index, 2654435761) >>> 0}: Season 5,,Computer,US\n`,
  ).join('')
  const block = deflateRawSync(Buffer.from(rows).subarray(0, BLOCK), {
    finishFlush: constants.Z_FULL_FLUSH,
  })
  // What ends a stream of blocks: an empty one that says it is the last.
  const end = Buffer.from([0x03, 0x00])
  const parts: { buffer: Buffer; times: number }[] = []
  const entries: Entry[] = []
  let offset = 0
  const add = (buffer: Buffer, times = 1): void => {
    parts.push({ buffer, times })
    offset += buffer.length * times
  }
  const begin = (entry: Omit<Entry, 'offset'>): void => {
    entries.push({ ...entry, offset })
    add(toLocalHeader(entry))
  }
  begin({
    name: 'ViewingActivity.csv',
    crc: 0,
    packed: block.length * count + end.length,
    size: bytes,
  })
  add(block, count)
  add(end)
  for (const [name, text] of Object.entries(others)) {
    const packed = deflateRawSync(text)
    begin({ name, crc: crc32(text), packed: packed.length, size: Buffer.byteLength(text) })
    add(packed)
  }
  const directory = Buffer.concat(entries.map(toDirectoryEntry))
  const start = offset
  add(directory)
  add(toEnd({ count: entries.length, size: directory.length, start }))
  return {
    name: 'long.zip',
    // Only read from its beginning to its end, by whoever uploads it.
    async *read() {
      for (const { buffer, times } of parts) {
        for (let index = 0; index < times; index += 1) {
          yield await Promise.resolve(buffer)
        }
      }
    },
    size: offset,
  }
}

const DEFLATED = 8

const toLocalHeader = ({ name, crc, packed, size }: Omit<Entry, 'offset'>): Buffer => {
  const header = Buffer.alloc(30)
  header.write('PK\u0003\u0004', 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name)])
}

const toDirectoryEntry = ({ name, crc, offset, packed, size }: Entry): Buffer => {
  const entry = Buffer.alloc(46)
  entry.write('PK\u0001\u0002', 'latin1')
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, Buffer.from(name)])
}

const toEnd = ({ count, size, start }: { count: number; size: number; start: number }): Buffer => {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return end
}
