/** Bytes that can be read from any place: a file, or what a database keeps of one. */
export type ByteSource = {
  /** As people know it. */
  name: string
  /** From `start` up to, not including, `end`; in pieces, as they are asked for. */
  read: (range: { end: number; start: number }) => AsyncIterable<Uint8Array>
  size: number
}

/** Some bytes of it at once. */
export const readBytes = async ({
  bytes,
  ...range
}: {
  bytes: ByteSource
  end: number
  start: number
}): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of bytes.read(range)) {
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Bytes that are in memory anyway. */
export const ofBuffer = (name: string, buffer: Uint8Array): ByteSource => ({
  name,
  async *read({ end, start }) {
    yield await Promise.resolve(buffer.subarray(start, end))
  },
  size: buffer.length,
})
