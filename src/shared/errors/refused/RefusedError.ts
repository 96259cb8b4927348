import { isSyncError, SyncError } from '../SyncError.js'

/** Why an operation was not begun at all. */
export const REFUSALS = [
  'CHANGED_SINCE',
  'CHOSEN_IN_CONFIG',
  'DELETED_HERE',
  'DRAFT_IN_WORK',
  'IMPORT_UNAVAILABLE',
  'MODE_UNAVAILABLE',
  'NOT_ALLOWED',
  'NOTHING_TO_RETRY',
  'NO_DEFAULT',
  'PROVIDER_NOT_CONFIGURED',
  'REFRESH_UNAVAILABLE',
  'RUN_ENDED',
  'UNKNOWN_CHANNEL',
  'UNKNOWN_CHOICE',
  'UNKNOWN_COLLECTION',
  'UNKNOWN_CONNECTION',
  'UNKNOWN_FIELD',
  'UNKNOWN_ISSUE',
  'UNKNOWN_FILE',
  'UNKNOWN_PROVIDER',
  'UNKNOWN_RECORD',
  'UNKNOWN_RESOURCE',
  'UNKNOWN_RUN',
  'UNKNOWN_SCHEDULE',
] as const

export type Refusal = (typeof REFUSALS)[number]

type RefusedErrorArgs = { code: Refusal; message: string }

/** What was asked for cannot be done as it was asked. Nothing was changed. */
export class RefusedError extends SyncError {
  override readonly code: Refusal
  override readonly name = 'RefusedError'

  constructor({ code, message }: RefusedErrorArgs) {
    super(message)
    this.code = code
  }
}

/** Whether an operation refused what it was asked for. */
export const isRefusedError = (value: unknown): value is RefusedError =>
  isSyncError(value) && REFUSALS.some((code) => code === value.code)
