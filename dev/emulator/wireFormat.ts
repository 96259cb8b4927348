import type { Json } from './json.js'
import type { GomafiaSite } from './providers/gomafia/GomafiaSite.js'
import type { PrestoState } from './providers/prestosports/PrestoState.js'
import type { SpotifyState } from './providers/spotify/SpotifyState.js'
import type { RateLimitShape } from './server/createFaults.js'
import type { Settings } from './settings.js'
import type { Clock } from './world/createClock.js'
import type { Records } from './world/createRecords.js'
import type { World } from './world/types.js'

/** What a wire format may use. All of them speak about the same world at the same moment. */
export type Emulation = {
  clock: Clock
  getGomafiaSite: () => GomafiaSite
  getPrestoState: () => PrestoState
  getSpotifyState: () => SpotifyState
  records: Records
  settings: Settings
  /** The only accepted token or key; `null` accepts any that is not empty. */
  token: null | string
  world: World
}

/** One provider's way to put the world on the wire. Adding a provider is adding one of these. */
export type WireFormat = {
  answer: (request: WireRequest) => WireAnswer
  /** The body of an answer as a fault wants it. */
  distort: (args: { answer: WireAnswer; kind: 'duplicate' | 'empty' | 'no-data' }) => WireAnswer
  name: string
  /** Which page of a list a request asks for, from 1. */
  pageOf: (query: URLSearchParams) => number
  /** Paths that belong to this format start with one of these. */
  prefixes: readonly string[]
  rateLimited: (args: { request: WireRequest; shape: RateLimitShape }) => WireAnswer
}

export type WireRequest = {
  /** What was sent, as JSON or as a form, which is texts by name; `null` for anything else. */
  body: Json
  headers: Readonly<Record<string, string | string[] | undefined>>
  method: string
  /** `http://host:port` as the client sees it, for links in answers. */
  origin: string
  path: string
  query: URLSearchParams
}

export type WireAnswer = {
  body: Json
  /** Where `body` is no JSON, but a text of this kind. */
  contentType?: string
  /** What the rate limit counts the request as; `null` when it is not counted. */
  entity: null | string
  headers?: Record<string, string>
  status: number
}
