import type { TaskList } from 'graphile-worker'

import type { Lane } from '../run/Run.js'

import { isTaskPayload, toTaskName } from './TaskPayload.js'

type ToTaskListArgs = {
  lanes: readonly Lane[]
  onTask: (runId: number | string) => Promise<void>
  schema: string
}

/** What the queue calls for each task of these lanes. */
export const toTaskList = ({ lanes, onTask, schema }: ToTaskListArgs): TaskList =>
  Object.fromEntries(
    lanes.map((lane) => [
      toTaskName({ lane, schema }),
      async (payload: unknown) => {
        if (!isTaskPayload(payload)) {
          throw new Error(`A task of the queue ${lane} names no run.`)
        }
        await onTask(payload.runId)
      },
    ]),
  )
