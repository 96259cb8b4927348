import type { Payload } from 'payload'

import type { Notice, NoticeName } from '../../run/notices/Notice.js'
import type { QuietHours } from '../../run/notices/quietHours.js'

/** What is sent at once: never nothing, the oldest first. */
export type Message = {
  /** Unique, and the same each time it is tried. */
  id: string
  notices: readonly Notice[]
}

/** What came back from where it was sent. */
export type Answer = {
  /** What was answered, short; `null` where nothing comes back. */
  body: null | string
  /** Of HTTP; `null` where there is none. */
  status: null | number
}

type SendArgs = {
  message: Message
  payload: Payload
  /** Aborted when nobody waits for it any more. */
  signal: AbortSignal
}

/** A way by which people are told. */
export type Channel = {
  /** How long what belongs together is gathered before it is told, in milliseconds. */
  gatherMs: number
  /** What it is told of at all. */
  hears: ReadonlySet<NoticeName>
  /** Whether what came of one run is one message, or one for each name. */
  isTogether: boolean
  /** Unique in the project. */
  name: string
  /** When nothing but what is critical is told; the rest waits. */
  quietHours: QuietHours | undefined
  /**
   * Tells. Nothing for what is only kept for the admin panel.
   *
   * @throws DeliveryError, or any other error, when it was not taken: it is tried again
   */
  send: ((args: SendArgs) => Promise<Answer>) | undefined
  /** In a word what it is, for the log: `webhook`. */
  type: 'admin' | 'email' | 'function' | 'webhook'
  /** What of a notice it is told; `null` for nothing. */
  wants: (notice: Notice) => Notice | null
}

export type Channels = ReadonlyMap<string, Channel>

/** What is told, and by which ways. */
export type NoticeSettings = {
  channels: Channels
  /** The share of the records of a run that may fail before it is told, 0 to 1. */
  errorShare: number
  /** After how many failures in a row it is told once more; each is told once. */
  failures: ReadonlySet<number>
  /** How many times the usual time is slow. */
  slowFactor: number
}
