import { isSyncError } from '../../sdk/index.js'

/** What a failed read threw, when it is no error that a provider may throw. */
export const findStranger = ({ error }: { error: unknown }): string | undefined =>
  isSyncError(error) ? undefined : `it threw no SyncError but ${String(error)}`
