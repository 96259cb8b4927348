/** One server-sent event. */
export type ServerEvent = { data: string; id: string | undefined }

type ReadEventsArgs = {
  body: ReadableStream<Uint8Array>
  /** Told of everything that comes, also of what is no event. */
  onBytes: () => void
}

/** The events of a stream, as they come. Lines may end as they like; comments are left out. */
export async function* readEvents({ body, onBytes }: ReadEventsArgs): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream).getReader()
  let text = ''
  try {
    for (;;) {
      const { done, value } = (await reader.read()) as ReadableStreamReadResult<string>
      if (done) {
        return
      }
      onBytes()
      // A line end that was cut in two must not become two.
      const whole = text + value
      const isCut = whole.endsWith('\r')
      const events = (isCut ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n').split('\n\n')
      text = (events.pop() ?? '') + (isCut ? '\r' : '')
      for (const event of events) {
        const lines = event.split('\n')
        const data = readField({ name: 'data', lines })
        if (data.length > 0) {
          yield { id: readField({ name: 'id', lines }).at(-1), data: data.join('\n') }
        }
      }
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

type ReadFieldArgs = { lines: readonly string[]; name: string }

const readField = ({ name, lines }: ReadFieldArgs): string[] =>
  lines
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
