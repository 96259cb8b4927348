/** `full`: everything in scope; `incremental`: what may have changed; `live`: what is on now. */
export const SYNC_MODES = ['full', 'incremental', 'live'] as const

/**
 * Everything in scope (`full`), what may have changed (`incremental`), or what is going on now
 * (`live`).
 */
export type SyncMode = (typeof SYNC_MODES)[number]
