import type { Payload, Where } from 'payload'

/** What visitors are told of one collection. */
export type LiveCollection = {
  /** How deep relationships are populated. */
  depth: number
  /** The most documents. */
  limit: number
  sort: string | undefined
  /** Which documents, asked at every look. */
  where: (args: { now: Date }) => Where
}

/** What the plugin tells visitors, by the slug of the collection. */
export type LiveSettings = {
  collections: ReadonlyMap<string, LiveCollection>
  /** How often a process that has visitors looks. */
  intervalMs: number
  /** How many visitors a process serves at once. */
  maxStreams: number
}

/** Where the settings are kept in Payload's config, which never reaches a browser. */
export const LIVE_KEY = 'payload-plugin-sync:live'

/** What visitors of a project are told. */
export const getLive = (payload: Payload): LiveSettings =>
  payload.config.custom?.[LIVE_KEY] as LiveSettings
