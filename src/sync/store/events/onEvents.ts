import type { Payload, PayloadRequest } from 'payload'

type Listener = () => void

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/events')

type Kept = {
  listeners: WeakMap<Payload, Set<Listener>>
  /** Requests whose transaction holds events. */
  written: WeakSet<PayloadRequest>
}

const getKept = (): Kept => {
  const store = globalThis as { [KEY]?: Kept }
  store[KEY] ??= { listeners: new WeakMap(), written: new WeakSet() }
  return store[KEY]
}

type OnEventsArgs = { listener: Listener; payload: Payload }

/**
 * Has somebody told at once when this process has committed events. Those of other processes are
 * found by looking. Returns what ends it.
 */
export const onEvents = ({ listener, payload }: OnEventsArgs): (() => void) => {
  const { listeners } = getKept()
  const own = listeners.get(payload) ?? new Set()
  listeners.set(payload, own)
  own.add(listener)
  return () => own.delete(listener)
}

/** Notes that the transaction of a request holds events. */
export const noteEvents = (req: PayloadRequest): void => {
  getKept().written.add(req)
}

type TellCommittedArgs = { payload: Payload; req: PayloadRequest }

/** For whoever has committed the transaction of a request. */
export const tellCommitted = ({ payload, req }: TellCommittedArgs): void => {
  const { listeners, written } = getKept()
  if (written.delete(req)) {
    listeners.get(payload)?.forEach((listener) => listener())
  }
}
