import type { SyncError } from '../../../sdk/index.js'

import { isSyncError } from '../../../sdk/index.js'

/** What the site says where one thing cannot be read: nothing usable, 404, or `result: "fail"`. */
const CODES = ['INVALID_ANSWER', 'NOT_FOUND', 'REQUEST_REFUSED'] as const

/** Whether one thing of the site cannot be read, which says nothing of the others. */
export const isUnreadable = (error: unknown): error is SyncError =>
  CODES.some((code) => isSyncError(error, code))
