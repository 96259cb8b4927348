import { hash } from '../../../../shared/hash.js'
import { redact } from '../../../../shared/redact/redact.js'

/** Longer ones are cut, so that a table of mistakes does not outgrow that of the records. In characters. */
const LONGEST = 20_000

const REDACTED = '[redacted]'

/** Keys whose values are nobody's business, whoever sends them. */
const SECRET_KEY =
  /^(?:authorization|cookie|set-cookie|.*(?:passwor[dt]|secret|api[-_]?key|access[-_]?key|(?:access|refresh|auth|id|bearer|session)[-_]?token)|token)$/iu

export type Raw = {
  /** The same for the same record, also where its text was cut. */
  hash: string
  /** JSON, indented, without secrets, cut where it is too long. */
  text: string
}

type ToRawArgs = {
  record: unknown
  /** Values that are nowhere to be read. */
  secrets: readonly string[]
}

/** A record as its provider sent it, as text for a person to read. */
export const toRaw = ({ record, secrets }: ToRawArgs): Raw => {
  const text = redact({ secrets, text: toText(record) })
  const more = text.length - LONGEST
  return {
    hash: hash(text),
    text: more > 0 ? `${text.slice(0, LONGEST).toWellFormed()}\n… ${more} more characters` : text,
  }
}

const toText = (record: unknown): string => {
  try {
    return (
      JSON.stringify(
        record,
        (key, value: unknown) => (SECRET_KEY.test(key) && isSaid(value) ? REDACTED : value),
        2,
      ) ?? typeof record
    )
  } catch {
    // It is nested too deeply, or not made of data at all.
    return `This record (${typeof record}) cannot be shown.`
  }
}

const isSaid = (value: unknown): boolean => value !== null && value !== undefined
