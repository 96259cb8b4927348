import type { HealthChange, HealthReason } from '../../run/Health.js'
import type { KnownReason } from '../../store/health/healthBook.js'

import { LOCAL_CODES, toLevel, toReasonKey } from '../../run/Health.js'

type CompareReasonsArgs = {
  before: readonly KnownReason[]
  /** Whether this process knows a provider: another config may have more. */
  knows: (provider: string) => boolean
  now: Date
  reasons: readonly HealthReason[]
}

export type Comparison = {
  /** What is remembered from now on. */
  after: KnownReason[]
  /** `null` when nothing began, ended or became worse. */
  change: HealthChange | null
  /** Whether what is remembered is to be written. */
  isNews: boolean
}

/** How long others may still see what this process does not, in milliseconds. */
const LOCAL_MEMORY_MS = 3 * 60_000
const UNKNOWN_MEMORY_MS = 60 * 60_000

/** How old a moment may be at which something was seen, before it is written anew. */
const SEEN_STEP_MS = 60_000

/**
 * What became different since the last look, whichever process looked then. What only a process can
 * see of itself ends when none has seen it for minutes; what is about a provider that this process
 * does not know is left to those that do.
 */
export const compareReasons = ({ before, knows, now, reasons }: CompareReasonsArgs): Comparison => {
  const moment = now.toISOString()
  const known = new Map(before.map((reason) => [reason.key, reason]))
  const seen = new Map(reasons.map((reason) => [toReasonKey(reason), reason]))

  const began = [...seen].filter(([key]) => !known.has(key)).map(([, reason]) => reason)
  const worsened = [...seen].flatMap(([key, reason]) =>
    known.get(key)?.level === 'WARNING' && reason.level === 'CRITICAL' ? [reason] : [],
  )
  const kept = before.filter(
    (reason) => !seen.has(reason.key) && isLeftToOthers({ knows, now, reason }),
  )
  const ended = before.filter(({ key }) => !seen.has(key) && !kept.some((one) => one.key === key))

  const after = [
    ...[...seen].map(([key, reason]): KnownReason => {
      const earlier = known.get(key)
      const isOld = !earlier || now.getTime() - Date.parse(earlier.seenAt) >= SEEN_STEP_MS
      return {
        ...reason,
        key,
        seenAt: isOld ? moment : earlier.seenAt,
        since: earlier?.since ?? moment,
      }
    }),
    ...kept,
  ]
  const isDifferent = began.length + ended.length + worsened.length > 0
  return {
    after,
    change: isDifferent
      ? {
          at: moment,
          began: began.map((reason) => ({ ...reason, since: moment })),
          ended: ended.map(withoutBooks),
          level: toLevel(after),
          levelBefore: toLevel(before),
          worsened: worsened.map((reason) => ({
            ...reason,
            since: known.get(toReasonKey(reason))?.since ?? moment,
          })),
        }
      : null,
    isNews: JSON.stringify(after) !== JSON.stringify(before),
  }
}

type IsLeftToOthersArgs = { reason: KnownReason } & Pick<CompareReasonsArgs, 'knows' | 'now'>

const isLeftToOthers = ({
  knows,
  now,
  reason: { code, provider, seenAt },
}: IsLeftToOthersArgs): boolean => {
  const unseenMs = now.getTime() - Date.parse(seenAt)
  const isOthers = provider !== null && !knows(provider)
  return (
    (LOCAL_CODES.includes(code) && unseenMs < LOCAL_MEMORY_MS) ||
    (isOthers && unseenMs < UNKNOWN_MEMORY_MS)
  )
}

const withoutBooks = ({ key: _key, seenAt: _seenAt, ...reason }: KnownReason): HealthReason =>
  reason
