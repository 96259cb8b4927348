import { FileRefusedError } from '../../shared/errors/index.js'

/** Pieces no longer than this are decoded and read at once, so that nobody waits for long. */
const PIECE_BYTES = 32_768

/** Enough to tell UTF-16 without a mark from anything else. */
const LOOK_BYTES = 64

type DecodeTextArgs = {
  bytes: AsyncIterable<Uint8Array>
  /** As people know it. */
  file: string
}

/**
 * The text of a file: UTF-8, or UTF-16 of either order, with its byte order mark or without; the
 * mark is left out.
 *
 * @throws FileRefusedError for bytes in any other encoding, and for what is no text
 */
export async function* decodeText({ bytes, file }: DecodeTextArgs): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let held = Buffer.alloc(0)
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      let piece = chunk.subarray(start, start + PIECE_BYTES)
      if (!decoder) {
        held = Buffer.concat([held, piece])
        if (held.length < LOOK_BYTES) {
          continue
        }
        decoder = createDecoder(held)
        piece = held
      }
      yield decode({ decoder, file, piece })
    }
  }
  if (!decoder) {
    decoder = createDecoder(held)
    yield decode({ decoder, file, piece: held })
  }
  yield decode({ decoder, file })
}

const createDecoder = (start: Uint8Array): TextDecoder =>
  new TextDecoder(findEncoding(start), { fatal: true })

const findEncoding = (start: Uint8Array): 'utf-8' | 'utf-16be' | 'utf-16le' => {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le'
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be'
  }
  // Column names are of letters whose other byte is zero.
  const [even, odd] = [0, 1].map(
    (parity) =>
      start.subarray(0, LOOK_BYTES).filter((byte, index) => index % 2 === parity && byte === 0)
        .length,
  ) as [number, number]
  const most = Math.floor(Math.min(start.length, LOOK_BYTES) / 4)
  if (most > 0 && odd >= most && even === 0) {
    return 'utf-16le'
  }
  return most > 0 && even >= most && odd === 0 ? 'utf-16be' : 'utf-8'
}

type DecodeArgs = {
  decoder: TextDecoder
  file: string
  /** The end of the text, where there is none. */
  piece?: Uint8Array
}

const decode = ({ decoder, file, piece }: DecodeArgs): string => {
  let text: string
  try {
    text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    throw new FileRefusedError({
      fault: 'encoding',
      file,
      why: `is not written in ${decoder.encoding.toUpperCase()}, nor in any encoding that is read here (UTF-8 and UTF-16); save it as UTF-8`,
    })
  }
  if (text.includes('\0')) {
    throw new FileRefusedError({ fault: 'kind', file, why: 'is no text' })
  }
  return text
}
