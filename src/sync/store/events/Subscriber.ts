import type { Payload } from 'payload'

import type { HealthChange } from '../../run/Health.js'
import type { Notice } from '../../run/notices/Notice.js'
import type { RecordChange } from '../../run/RecordChange.js'
import type { Run } from '../../run/Run.js'

/** What happened, and what is told of it. */
export type EventData = {
  /** Reasons of the health began, ended or became worse. */
  'health:changed': HealthChange
  /** Something that people may be told of. */
  notice: Notice
  /** What belongs together is complete, and may be told. */
  'notices:gathered': { group: string }
  /** A batch was committed that wrote documents. */
  'records:changed': {
    changes: RecordChange[]
    provider: string
    resource: string
    /** `null` for the refresh of a single record, which is no run. */
    runId: null | number | string
  }
  /** A run has ended, as it was then. */
  'run:ended': { run: Run }
}

export type EventName = keyof EventData

/** Something that happened, as it is written in the transaction that made it happen. */
export type NewEvent = {
  [TName in EventName]: {
    /**
     * What makes it one: of two events with the same cause the first one is kept. `null` where its
     * transaction happens once in any case.
     */
    cause: null | string
    data: EventData[TName]
    name: TName
    /** What is in order: events of one stream are delivered one after another. */
    stream: string
  }
}[EventName]

type DeliverArgs<TName extends EventName> = {
  /** One or more in a row, the oldest first. */
  events: readonly EventData[TName][]
  payload: Payload
}

/**
 * Somebody who is told events. Each subscriber is told each event at least once, whatever becomes of
 * the process that made it happen, and may be told twice.
 */
export type Subscriber = {
  /** Unique in the project; names the events that wait for it from start to start. */
  name: string
} & {
  /** What it wants to hear. What it throws has the same events delivered again later. */
  on: { [TName in EventName]?: (args: DeliverArgs<TName>) => Promise<void> | void }
}

export type Subscribers = ReadonlyMap<string, Subscriber>
