import type { SyncMode } from '../../../../sdk/index.js'

type GetDefaultModeArgs = {
  /** Whether everything was read once already. */
  hasSucceeded: boolean
  modes: readonly SyncMode[]
}

/**
 * The mode of a plain "Sync now": everything the first time, later what may have changed.
 * `null` when there is no mode at all.
 */
export const getDefaultMode = ({ hasSucceeded, modes }: GetDefaultModeArgs): null | SyncMode => {
  const wanted: SyncMode[] = hasSucceeded
    ? ['incremental', 'full', 'live']
    : ['full', 'incremental', 'live']

  return wanted.find((mode) => modes.includes(mode)) ?? null
}
