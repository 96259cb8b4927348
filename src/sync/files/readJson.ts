import type { ArchiveFile } from './ArchiveFile.js'

import { FileRefusedError } from '../../shared/errors/index.js'
import { decodeText } from './decodeText.js'

/** It is parsed in one go, and everything else waits meanwhile. */
const MOST_CHARACTERS = 2_000_000

/** One value of JSON on each line. A line that is none has only the key `#problem`. */
export async function* readJsonLines(file: ArchiveFile): AsyncGenerator<unknown> {
  let held = ''
  let line = 0
  for await (const piece of decodeText({ bytes: file.open(), file: file.name })) {
    const lines = (held + piece).split('\n')
    held = lines.pop() ?? ''
    if (held.length > MOST_CHARACTERS) {
      throw new FileRefusedError({ fault: 'size', file: file.name, why: 'has a line of over 2 MB' })
    }
    for (const text of lines) {
      line += 1
      if (text.trim() !== '') {
        yield parseLine({ line, text })
      }
    }
  }
  if (held.trim() !== '') {
    yield parseLine({ line: line + 1, text: held })
  }
}

const parseLine = ({ line, text }: { line: number; text: string }): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return { '#problem': `Line ${line} is no JSON.` }
  }
}

/** The value of a small JSON file, or the items of its list. */
export async function* readJson(file: ArchiveFile): AsyncGenerator<unknown> {
  let text = ''
  for await (const piece of decodeText({ bytes: file.open(), file: file.name })) {
    text += piece
    if (text.length > MOST_CHARACTERS) {
      throw new FileRefusedError({ fault: 'size', file: file.name, why: 'has over 2 MB of JSON' })
    }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FileRefusedError({ fault: 'broken', file: file.name, why: 'is no JSON' })
  }
  yield* Array.isArray(value) ? value : [value]
}
