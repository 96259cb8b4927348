/** `full`: everything in scope; `incremental`: what may have changed; `live`: what is on now. */
export const SYNC_MODES = ['full', 'incremental', 'live'] as const

export type SyncMode = (typeof SYNC_MODES)[number]
