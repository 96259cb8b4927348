import type { Output } from './Command.js'

import { visibleText } from '../../shared/plainWords.js'

/** Goes to the start of the line and clears it. */
export const CLEAR_LINE = '\r\u001B[2K'

/** Where the text of commands goes: streams, or what a test reads. */
export type RawOutput = Omit<Output, 'redraw'>

/**
 * An output that what is written can do nothing to: names and reasons come from providers, and a
 * terminal would obey what they hold.
 */
export const toSafeOutput = ({
  isTerminal,
  write,
  writeAll,
  writeError,
  ...rest
}: RawOutput): Output => ({
  ...rest,
  isTerminal,
  redraw: (line) => write(CLEAR_LINE + visibleText(line).replaceAll('\n', ' ')),
  write: (text) => write(visibleText(text)),
  // A file gets every character of the data.
  writeAll: (text) => writeAll(isTerminal ? visibleText(text) : text),
  writeError: (text) => writeError(visibleText(text)),
})
