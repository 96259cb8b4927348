import type { Payload } from 'payload'

import type { RecordChange } from '../../sync/run/RecordChange.js'
import type { Run } from '../../sync/run/Run.js'

/** What `onChange` is given. */
export type OnChangeArgs = {
  /** What was written, each document once; never none. Of the batches of one run, in their order. */
  changes: readonly RecordChange[]
  payload: Payload
  /** Name of the provider whose records they are. */
  provider: string
  /** Name of the resource that was synced. Its records may have created others: stubs. */
  resource: string
  /**
   * The run that wrote them, as it is by now. `null` for the refresh of a single record, and for a
   * run that was deleted since.
   */
  run: null | Run
}

/** What `onRunEnd` is given. */
export type OnRunEndArgs = {
  payload: Payload
  /** As it ended: `status` is `completed`, `partial`, `failed` or `cancelled`. */
  run: Run
}

/** A function of the project that is told what syncs changed. */
export type OnChange = (args: OnChangeArgs) => Promise<void> | void

/** A function of the project that is told of each run that has ended. */
export type OnRunEnd = (args: OnRunEndArgs) => Promise<void> | void
