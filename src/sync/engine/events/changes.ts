import type { PayloadRequest } from 'payload'

import type { RecordChange } from '../../run/RecordChange.js'
import type { Job } from '../batch/Job.js'

import { mergeChanges } from '../../run/mergeChanges.js'
import { addEvent } from '../../store/events/addEvent.js'
import { getSync } from '../Sync.js'

/** What was written so far in the transaction of a request. */
const written = new WeakMap<PayloadRequest, RecordChange[]>()

type NoteChangeArgs = { fields: Iterable<string>; req: PayloadRequest } & Omit<
  RecordChange,
  'fields'
>

/** Notes that a document was written in the transaction of a request. */
export const noteChange = ({ fields, req, ...change }: NoteChangeArgs): void => {
  const changes = written.get(req) ?? []
  written.set(req, changes)
  changes.push({ ...change, fields: [...fields] })
}

/** The stream of all that is told of a run. */
export const toRunStream = (runId: number | string): string => `run:${runId}`

type TellChangesArgs = { job: Job; req: PayloadRequest }

/** Writes what the transaction of a request changed for those who want to hear it. */
export const tellChanges = async ({
  job: { database, payload, provider, resourceName: resource, runId },
  req,
}: TellChangesArgs): Promise<void> => {
  const changes = mergeChanges(written.get(req) ?? [])
  written.delete(req)
  const [first] = changes
  if (!first) {
    return
  }
  await addEvent({
    database,
    event: {
      name: 'records:changed',
      cause: null,
      data: { changes, provider: provider.name, resource, runId },
      stream: runId === null ? `record:${first.collection}/${first.id}` : toRunStream(runId),
    },
    req,
    subscribers: getSync(payload).subscribers,
  })
}
