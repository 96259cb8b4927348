import type { Lane } from '../../run/Run.js'

/** Payload's adapter takes one connection when it starts and never gives it back. */
const HELD_BY_PAYLOAD = 1

/** Holds the locks of a worker process and hears what is sent to it. */
const WORKER_SESSION = 1

type CountConnectionsArgs = {
  /** Runs at once, by lane that is worked on. */
  concurrency: Readonly<Partial<Record<Lane, number>>>
}

/**
 * Database connections of a process that works on these lanes: those it holds as long as it lives,
 * and all it takes when every lane is busy.
 */
export const countConnections = ({ concurrency }: CountConnectionsArgs) => {
  const lanes = Object.values(concurrency)
  const held = HELD_BY_PAYLOAD + WORKER_SESSION + lanes.length
  return { busy: held + lanes.reduce((sum, runs) => sum + runs, 0), held }
}
