import { withExitDeferred } from './withExitDeferred.js'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

type Work = () => Promise<void> | void

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/shutdown')

const getWorks = (): Set<Work> => {
  const store = globalThis as { [KEY]?: Set<Work> }
  if (!store[KEY]) {
    const works = new Set<Work>()
    store[KEY] = works
    // First of all, or whoever ends the process on the same signal would not let us begin.
    SIGNALS.forEach((signal) =>
      process.prependOnceListener(signal, () => void end({ signal, works })),
    )
  }
  return store[KEY]
}

/**
 * Does something when this process is told to end, and has it done before somebody else ends the
 * process: a server such as Next's calls `process.exit` on the same signal. Returns what takes it
 * back.
 */
export const onShutdown = (work: Work): (() => void) => {
  const works = getWorks()
  works.add(work)
  return () => works.delete(work)
}

type EndArgs = { signal: (typeof SIGNALS)[number]; works: ReadonlySet<Work> }

const end = async ({ signal, works }: EndArgs): Promise<void> => {
  await withExitDeferred(() => Promise.allSettled([...works].map(async (work) => await work())))
  // Node ends by itself on a signal nobody listens to; our listening must not change that.
  if (process.listenerCount(signal) === 0) {
    process.kill(process.pid, signal)
  }
}
