import type { Lane } from '../run/Run.js'

import { toOwnName } from '../store/Database.js'

/** All that a task carries; everything else is in the run's row. */
export type TaskPayload = { runId: number | string }

const PREFIX = 'payload-plugin-sync:'

type ToTaskNameArgs = { lane: Lane; schema: string }

/**
 * What the queue calls the tasks of a lane. Each lane has workers of its own, and so has each
 * project of a database with a schema of its own.
 */
export const toTaskName = ({ lane, schema }: ToTaskNameArgs): string =>
  toOwnName({ name: `${PREFIX}${lane}`, schema })

/** What the keys of a project's tasks begin with; the id of the run follows. */
export const toTaskKeyPrefix = (schema: string): string => {
  const own = toOwnName({ name: PREFIX, schema })
  return own === PREFIX ? PREFIX : `${own}:`
}

/** Whether something taken from the queue is a task of ours. */
export const isTaskPayload = (value: unknown): value is TaskPayload =>
  typeof value === 'object' &&
  value !== null &&
  'runId' in value &&
  (typeof value.runId === 'number' || typeof value.runId === 'string')
