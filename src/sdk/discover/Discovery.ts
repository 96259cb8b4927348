import type { HttpClient } from '../http/HttpClient.js'
import type { SyncMode } from '../SyncMode.js'

/** A value as the provider's options take it. */
export type ChoiceValue = number | string

/** One thing that a project may choose to sync. */
export type DiscoveredChoice = {
  /** What it belongs to, where names repeat: `Denmark`. */
  group?: string | undefined
  /** As people know it: `Superliga`. */
  label: string
  /** The address of its picture on the web. */
  picture?: string | undefined
  /** As the provider's options take it. */
  value: ChoiceValue
}

/** About how many requests a run takes. */
export type ChoiceCost = {
  /** For each that is chosen. @default 0 */
  each?: number
  /** Whatever is chosen. @default 0 */
  run?: number
}

/** What a provider can tell of the values of one of its options, before anything is synced. */
export type Discovery = {
  /**
   * What the config says, where it says something: then nobody chooses in the admin panel.
   *
   * @default people choose
   */
  configured?: readonly ChoiceValue[] | undefined
  /**
   * About how many requests a run takes, by resource and mode, so that people see what their choice
   * will cost. What is not named is not known, and then nothing is said of whatever reads it.
   *
   * @default nothing is known
   */
  costs?: Readonly<Record<string, Partial<Record<SyncMode, ChoiceCost>>>> | undefined
  /**
   * Everything there is to choose from for the account of the project.
   *
   * @throws SyncError when the provider fails
   */
  list: (args: { http: HttpClient; signal: AbortSignal }) => Promise<DiscoveredChoice[]>
  /** What to write into the config for these values: `library({ shelves: [27] })`. */
  toConfig: (values: readonly ChoiceValue[]) => string
}

/**
 * What people chose in the admin panel, by the name it has in `discover`; `undefined` where nobody
 * chose, and all is meant.
 */
export type Chosen = (what: string) => Promise<readonly ChoiceValue[] | undefined>
