import type { ByteStream } from '../../../sdk/index.js'
import type { BodyKind } from './BodyKind.js'

/** Anything that is too much to hold at once. */
export const streamBody: BodyKind = { label: 'bytes', maxBytes: 1_000_000_000 }

type LimitStreamArgs = {
  body: ReadableStream<Uint8Array>
  /** The wait for the next bytes, which must end the body when it is over. */
  deadline: { restart: () => void; stop: () => void }
  maxBytes: number
  /** Why the body broke off, as an answer would have said it. */
  toError: (error: unknown) => Error
  /** The error for a body with more than `maxBytes`. */
  tooLong: () => Error
}

/**
 * A body that is read as it is asked for. One that is too long, breaks off or is silent for too
 * long ends with an error, and its connection is let go.
 */
export const limitStream = ({
  body,
  deadline,
  maxBytes,
  toError,
  tooLong,
}: LimitStreamArgs): ByteStream => {
  const reader = body.getReader()
  let length = 0
  const stream = new ReadableStream<Uint8Array>(
    {
      cancel: (reason) => reader.cancel(reason),
      pull: async (controller) => {
        deadline.restart()
        try {
          const { done, value } = await reader.read()
          if (done) {
            controller.close()
            return
          }
          length += value.length
          if (length > maxBytes) {
            throw tooLong()
          }
          controller.enqueue(value)
        } catch (error) {
          controller.error(toError(error))
          // It may have ended by itself.
          await reader.cancel().catch(() => undefined)
        } finally {
          deadline.stop()
        }
      },
    },
    // Nothing is read ahead, so that a slow reader is not taken for a silent provider.
    { highWaterMark: 0 },
  )
  // The stream of every server runtime can be iterated; the types are those of browsers.
  return stream as ByteStream
}
