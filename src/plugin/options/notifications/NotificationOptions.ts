import type { Payload } from 'payload'

import type { Notice, NoticeName, Severity } from '../../../sync/run/notices/Notice.js'

/** What somebody may be told of. */
export type NotificationEvent = NoticeName

/** What happened, with no words yet. */
export type Notification = Notice

/** What happened, why, and what happens next, in words. */
export type NotificationText = {
  /** What somebody may do, or that nothing has to be done. */
  next: string
  /** What happened, in a line. */
  title: string
  /** Where to look, in the admin panel. Without a host where the project does not say its own. */
  url: string
  /** Why; empty where there is nothing to say. */
  why: string
}

/** What every channel may say. */
export type ChannelRules = {
  /**
   * What it is told of.
   *
   * @default all that may need somebody, and `recovered`: not `run:completed`, and of schedules only
   * `schedule:conflict`
   */
  events?: 'all' | readonly NotificationEvent[]
  /**
   * After how many failures of a resource in a row it is told `failures:repeated`.
   *
   * @default 3, or `notifications.failures`
   */
  failures?: number
  /** The last word on what it is told: `false` keeps something back. @default all is told */
  filter?: (args: { notification: Notification }) => boolean
  /**
   * How long, in milliseconds, issues and conflicts of a run are gathered before they are told. The
   * end of the run tells them at once.
   *
   * @default 900_000
   */
  gatherMs?: number
  /** Nothing less is told: `critical`, `warning` or `info`. @default 'info' */
  minSeverity?: Severity
  /** Names of the providers it is told of, beside what is about none. @default all */
  providers?: readonly string[]
}

/** When nothing but what is critical is told. What waits is told at its end, in order. */
export type QuietHoursOptions = {
  /** `22:00`. */
  from: string
  /** IANA name. @default 'UTC' */
  timezone?: string
  /** `07:00`. */
  to: string
}

/** What a channel that sends something may say. */
export type SendingRules = {
  /** Of the messages: `de`, `en`, `es`, `fr`, `ru`, `uk`. @default the project's fallback language */
  language?: string
  /** @default none */
  quietHours?: QuietHoursOptions
} & ChannelRules

/** An address that is posted to, signed as Standard Webhooks says. */
export type WebhookChannelOptions = {
  /**
   * Addresses that may be posted to though they are of no public network, as ranges:
   * `10.1.0.0/16`, `127.0.0.1/32`, `fd00::/8`.
   *
   * @default none
   */
  allow?: readonly string[]
  /** Sent beside those of Standard Webhooks. @default none */
  headers?: Readonly<Record<string, string>>
  /**
   * What it is signed with: `whsec_` and 24 to 64 bytes in base64. To change it, list the new one
   * first and the old one behind it, until the receiver has the new one: each signs.
   */
  secret: readonly string[] | string
  type: 'webhook'
  url: string
} & SendingRules

/** Somebody who gets e-mails. */
export type EmailReceiver = { address: string; language?: string } | string

/** E-mails, by the e-mail adapter of the project. */
export type EmailChannelOptions = {
  /** @default that of the adapter */
  from?: string
  to: EmailReceiver | readonly EmailReceiver[]
  type: 'email'
} & SendingRules

/** What the function of a channel is given. */
export type NotifyArgs = {
  /** The same each time it is called for the same. */
  id: string
  /** What happened; never nothing. All that came of one run is told together. */
  notifications: readonly Notification[]
  payload: Payload
  /** Aborted after a minute, when it counts as failed. */
  signal: AbortSignal
  /** In words, one for each of `notifications`. */
  texts: readonly NotificationText[]
}

/** A function of the project. What it throws has it called again later. */
export type FunctionChannelOptions = {
  send: (args: NotifyArgs) => Promise<void> | void
  type: 'function'
} & SendingRules

/** A way by which people are told: an address that is posted to, e-mails, or a function. */
export type ChannelOptions = EmailChannelOptions | FunctionChannelOptions | WebhookChannelOptions

/** Who is told what, and how. */
export type NotificationOptions = {
  /** What the bell in the admin panel tells; `false` takes it away. @default all channels' default */
  admin?: ChannelRules | false
  /** By name: `{ pager: { type: 'webhook', … } }`. @default none */
  channels?: Readonly<Record<string, ChannelOptions>>
  /**
   * The share of the records of a run, 0 to 1, that cannot be stored before `errors:high` is told. Of
   * runs of ten records or more.
   *
   * @default 0.1
   */
  errorShare?: number
  /** After how many failures of a resource in a row `failures:repeated` is told. @default 3 */
  failures?: number
  /**
   * How many times the median of its last runs a run may take before `run:slow` is told, when it is a
   * second or more.
   *
   * @default 2
   */
  slowFactor?: number
  /** The address of the project as people reach it, for links. @default `serverURL` of the config */
  url?: string
}
