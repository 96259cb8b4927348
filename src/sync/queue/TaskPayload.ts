import type { Lane } from '../run/Run.js'

/** All that a task carries; everything else is in the run's row. */
export type TaskPayload = { runId: number | string }

/** What the queue calls the tasks of a lane. Each lane has workers of its own. */
export const TASK_NAMES: Readonly<Record<Lane, string>> = {
  bulk: 'payload-plugin-sync:bulk',
  live: 'payload-plugin-sync:live',
}

/** Whether something taken from the queue is a task of ours. */
export const isTaskPayload = (value: unknown): value is TaskPayload =>
  typeof value === 'object' &&
  value !== null &&
  'runId' in value &&
  (typeof value.runId === 'number' || typeof value.runId === 'string')
