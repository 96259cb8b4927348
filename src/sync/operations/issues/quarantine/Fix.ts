import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../../../shared/json.js'
import type { Job } from '../../../engine/batch/Job.js'
import type { Values } from '../../../engine/merge/flatten.js'

/** What a person makes of a record that could not be stored. */
export type Fix = {
  /** Whose access counts. `undefined`: nobody's, all is allowed */
  asker: PayloadRequest | undefined
  externalId: string
  job: Job
  /** What the person says, by path. */
  mended: Values
  /** Whose transaction it is. */
  req: PayloadRequest
  /** What the provider said, as far as it can be stored. */
  said: JsonObject
  /** When the provider said it. */
  saidAt: Date
  /** What the provider said of the fields that are mended. */
  spoken: Values
}
