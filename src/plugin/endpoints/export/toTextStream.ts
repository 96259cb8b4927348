type ToTextStreamArgs = {
  /** The first text, which was asked for already. */
  first: IteratorResult<string, void>
  /** Aborted when whoever reads is gone. */
  signal: AbortSignal | null | undefined
  texts: AsyncGenerator<string, void, undefined>
}

/** Texts as the body of an answer. Each is asked for when the one before was taken. */
export const toTextStream = ({
  first,
  signal,
  texts,
}: ToTextStreamArgs): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let next: IteratorResult<string, void> | undefined = first
  let isOver = false
  const stop = (): void => {
    isOver = true
    // What is being read comes to its end first; its failure is nobody's any more.
    texts.return().catch(() => undefined)
  }
  signal?.addEventListener('abort', stop, { once: true })
  return new ReadableStream<Uint8Array>(
    {
      cancel: stop,
      pull: async (controller) => {
        const { done, value } = next ?? (await texts.next())
        next = undefined
        if (done || isOver) {
          signal?.removeEventListener('abort', stop)
          controller.close()
          return
        }
        controller.enqueue(encoder.encode(value))
      },
    },
    // Nothing is read ahead.
    { highWaterMark: 0 },
  )
}
