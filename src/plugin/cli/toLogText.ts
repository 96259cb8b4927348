import { visibleText } from '../../shared/plainWords.js'
import { CLEAR_LINE } from './toSafeOutput.js'

/** pino's numbers for what a line is about. */
const LEVELS: Readonly<Record<number, string>> = { 40: 'Warning: ', 50: 'Error: ', 60: 'Error: ' }

const readError = (value: unknown): string => {
  const message =
    typeof value === 'object' && value !== null && 'message' in value ? value.message : undefined
  return typeof message === 'string' ? ` ${message}` : ''
}

/**
 * A line of the log as a person at a terminal reads it; what is not JSON as it is. Nothing of it
 * commands the terminal.
 */
export const toLogText = (line: string): string => {
  try {
    const { err, error, level, msg, provider, resource } = JSON.parse(line) as Record<
      string,
      unknown
    >
    const subject = [provider, resource].filter((word) => typeof word === 'string').join(' ')
    const text = `${LEVELS[Number(level)] ?? ''}${subject && `${subject}: `}${typeof msg === 'string' ? msg : ''}`
    const reason = readError(err) || readError(error)
    // A progress bar may have left something in the line.
    return `${CLEAR_LINE}${visibleText(text + (text.includes(reason.trim()) ? '' : reason))}\n`
  } catch {
    return visibleText(line)
  }
}
