import type { IssueKind } from '../../../run/issues/IssueKind.js'

import { hash } from '../../../../shared/hash.js'

/** What is known of one of the records that a row stands for. */
export type CausedRecord = {
  /** When it was last asked for again. */
  askedAt?: string
  /** How often. @default 0 */
  asks?: number
  /** Since when it has the cause. */
  at: string
  /** The run that met it last; absent when it was none. */
  run?: string
}

/** Records by externalId. */
export type CausedRecords = Record<string, CausedRecord>

/** Kinds of issues of which one row may stand for many records. */
export const CAUSED_KINDS: readonly IssueKind[] = ['reference', 'write']

/** A row lists no more than these, so that it can be written again with every batch. */
export const MOST_RECORDS = 5000

/** What a message begins with: how many records it is about. */
export const COUNT_PATTERN = '^(More than )?[0-9]+ records?'

type ToMessageArgs = { count: number; many: string }

/** What a row says that stands for several records. */
export const toMessage = ({ count, many }: ToMessageArgs): string => {
  const counted = count === 1 ? '1 record' : `${count} records`
  return `${count >= MOST_RECORDS ? `More than ${counted}` : counted} ${many}`
}

type ToKeyArgs = {
  cause: string
  connection: string | undefined
  kind: IssueKind
  provider: string
  resource: string
}

/** The text that there is one row of for all records with a cause. */
export const toKey = ({ connection = '', ...args }: ToKeyArgs): string =>
  hash({ ...args, connection })
