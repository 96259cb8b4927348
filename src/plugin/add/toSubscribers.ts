import type { Payload } from 'payload'

import type { Notice } from '../../sync/run/notices/Notice.js'
import type { Subscriber, Subscribers } from '../../sync/store/events/Subscriber.js'
import type { OnChange, OnRunEnd } from '../options/EventOptions.js'

import { getSync } from '../../sync/engine/Sync.js'
import { completeGroup, dispatchNotices } from '../../sync/operations/notices/dispatchNotices.js'
import { toHealthNotices } from '../../sync/operations/notices/toHealthNotices.js'
import { mergeChanges } from '../../sync/run/mergeChanges.js'
import { findRun } from '../../sync/store/runs/read/findRun.js'
import { describeNotice } from '../notifications/message/describeNotice.js'
import { getWords } from '../notifications/message/getTexts.js'

type ToSubscribersArgs = {
  /** Whether anybody is told by the plugin itself. */
  hasChannels: boolean
  onChange: OnChange | undefined
  onRunEnd: OnRunEnd | undefined
}

/** The project's own functions, and the channels of notifications, as those who are told events. */
export const toSubscribers = ({
  hasChannels,
  onChange,
  onRunEnd,
}: ToSubscribersArgs): Subscribers => {
  const subscribers: Subscriber[] = [
    ...(hasChannels ? [CHANNELS] : []),
    ...(onChange ? [{ name: 'onChange', on: { 'records:changed': tellChanges(onChange) } }] : []),
    ...(onRunEnd ? [{ name: 'onRunEnd', on: { 'run:ended': tellRunEnds(onRunEnd) } }] : []),
  ]
  return new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]))
}

/** What a list shows that knows no language. */
const toTitle =
  (payload: Payload) =>
  ([notice]: readonly Notice[]): string =>
    describeNotice({ ...getWords({ language: undefined, payload }), notice: notice! }).title

/** Hands what people are told to the channels that want it. */
const CHANNELS: Subscriber = {
  name: 'notifications',
  on: {
    'health:changed': async ({ events, payload }) => {
      const { providers } = getSync(payload)
      const notices = events.flatMap((change) => toHealthNotices({ change, providers }))
      await dispatchNotices({ notices, payload, title: toTitle(payload) })
    },
    notice: ({ events, payload }) =>
      dispatchNotices({ notices: events, payload, title: toTitle(payload) }),
    'notices:gathered': async ({ events, payload }) => {
      for (const { group } of events) {
        await completeGroup({ group, payload })
      }
    },
  },
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
