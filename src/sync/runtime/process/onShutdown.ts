const SIGNALS = ['SIGINT', 'SIGTERM'] as const

type Work = () => Promise<void> | void

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/shutdown')

const getWorks = (): Set<Work> => {
  const store = globalThis as { [KEY]?: Set<Work> }
  if (!store[KEY]) {
    const works = new Set<Work>()
    store[KEY] = works
    SIGNALS.forEach((signal) => process.once(signal, () => void end({ signal, works })))
  }
  return store[KEY]
}

/** Does something when this process is told to end. Returns what takes it back. */
export const onShutdown = (work: Work): (() => void) => {
  const works = getWorks()
  works.add(work)
  return () => works.delete(work)
}

type EndArgs = { signal: (typeof SIGNALS)[number]; works: ReadonlySet<Work> }

const end = async ({ signal, works }: EndArgs): Promise<void> => {
  await Promise.all([...works].map((work) => work()))
  // Node ends by itself on a signal nobody listens to; our listening must not change that.
  if (process.listenerCount(signal) === 0) {
    process.kill(process.pid, signal)
  }
}
