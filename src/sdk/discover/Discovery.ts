import type { HttpClient } from '../http/HttpClient.js'

/** One thing that a project may choose to sync. */
export type DiscoveredChoice = {
  /** What it belongs to, where names repeat: `Denmark`. */
  group?: string | undefined
  /** As people know it: `Superliga`. */
  label: string
  /** As the provider's options take it. */
  value: number | string
}

/** What a provider can tell of the values of one of its options, before anything is synced. */
export type Discovery = {
  /**
   * Everything there is to choose from for the account of the project.
   *
   * @throws SyncError when the provider fails
   */
  list: (args: { http: HttpClient; signal: AbortSignal }) => Promise<DiscoveredChoice[]>
  /** What to write into the config for these values: `library({ shelves: [27] })`. */
  toConfig: (values: readonly DiscoveredChoice['value'][]) => string
}
