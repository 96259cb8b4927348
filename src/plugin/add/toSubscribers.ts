import type { Subscriber, Subscribers } from '../../sync/store/events/Subscriber.js'
import type { OnChange, OnRunEnd } from '../options/EventOptions.js'

import { getSync } from '../../sync/engine/Sync.js'
import { mergeChanges } from '../../sync/run/mergeChanges.js'
import { findRun } from '../../sync/store/runs/read/findRun.js'

type ToSubscribersArgs = { onChange: OnChange | undefined; onRunEnd: OnRunEnd | undefined }

/** The project's own functions as those who are told events. */
export const toSubscribers = ({ onChange, onRunEnd }: ToSubscribersArgs): Subscribers => {
  const subscribers: Subscriber[] = [
    ...(onChange ? [{ name: 'onChange', on: { 'records:changed': tellChanges(onChange) } }] : []),
    ...(onRunEnd ? [{ name: 'onRunEnd', on: { 'run:ended': tellRunEnds(onRunEnd) } }] : []),
  ]
  return new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]))
}

const tellChanges =
  (onChange: OnChange): NonNullable<Subscriber['on']['records:changed']> =>
  async ({ events, payload }) => {
    const [first] = events
    if (!first) {
      return
    }
    const { provider, resource, runId } = first
    await onChange({
      changes: mergeChanges(events.flatMap(({ changes }) => changes)),
      payload,
      provider,
      resource,
      run: runId === null ? null : await findRun({ database: getSync(payload).database, runId }),
    })
  }

const tellRunEnds =
  (onRunEnd: OnRunEnd): NonNullable<Subscriber['on']['run:ended']> =>
  async ({ events, payload }) => {
    for (const { run } of events) {
      await onRunEnd({ payload, run })
    }
  }
