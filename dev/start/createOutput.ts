type Output = {
  /** Takes what the server writes. */
  addServerOutput: (text: string) => void
  /** Replaces the lines that the last call drew; on anything but a terminal, adds nothing. */
  draw: (lines: string[]) => void
  isTerminal: boolean
  log: (line: string) => void
  /** From now on the server's output passes through. */
  releaseServerOutput: () => void
}

/** What a reader should see even while progress is being drawn. */
const IS_TELLING = /\b(?:ERROR|WARN|Error)\b|^ ?[⨯⚠]/

const CURSOR_UP = (count: number): string => `\u001B[${count}A`
const CLEAR_BELOW = '\u001B[0J'

/**
 * One writer for the terminal. The server's chatter is held back while progress is drawn, but for
 * the lines that tell of trouble.
 */
export const createOutput = ({ stream }: { stream: NodeJS.WriteStream }): Output => {
  const isTerminal = stream.isTTY === true

  let drawn: string[] = []
  let isReleased = false
  let rest = ''

  const erase = (): string => (drawn.length > 0 ? CURSOR_UP(drawn.length) + CLEAR_BELOW : '')
  const paint = (lines: string[]): string => lines.map((line) => `${line}\n`).join('')

  const log = (line: string): void => {
    stream.write(`${erase()}${line}\n${paint(drawn)}`)
  }

  return {
    addServerOutput: (text) => {
      if (isReleased) {
        stream.write(text)
        return
      }

      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.filter((line) => IS_TELLING.test(line)).forEach(log)
    },
    draw: (lines) => {
      if (isTerminal) {
        const width = (stream.columns || 80) - 1
        const fitting = lines.map((line) => line.slice(0, width))
        stream.write(erase() + paint(fitting))
        drawn = fitting
      }
    },
    isTerminal,
    log,
    releaseServerOutput: () => {
      drawn = []
      isReleased = true
    },
  }
}

export type { Output }
