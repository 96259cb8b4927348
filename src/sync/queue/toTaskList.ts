import type { TaskList } from 'graphile-worker'

import type { Lane } from '../run/Run.js'

import { isTaskPayload, TASK_NAMES } from './TaskPayload.js'

type ToTaskListArgs = {
  lanes: readonly Lane[]
  onTask: (runId: number | string) => Promise<void>
}

/** What the queue calls for each task of these lanes. */
export const toTaskList = ({ lanes, onTask }: ToTaskListArgs): TaskList =>
  Object.fromEntries(
    lanes.map((lane) => [
      TASK_NAMES[lane],
      async (payload: unknown) => {
        if (!isTaskPayload(payload)) {
          throw new Error(`A task of lane ${lane} names no run.`)
        }
        await onTask(payload.runId)
      },
    ]),
  )
