import type { GomafiaSite } from './providers/gomafia/GomafiaSite.js'
import type { PrestoState } from './providers/prestosports/PrestoState.js'
import type { SpotifyState } from './providers/spotify/SpotifyState.js'
import type { Faults } from './server/createFaults.js'
import type { RequestLog } from './server/createRequestLog.js'
import type { Settings } from './settings.js'
import type { Clock } from './world/createClock.js'
import type { Records } from './world/createRecords.js'
import type { World } from './world/types.js'

/** A running emulator: what tests and the control API change while it runs. */
export type Emulator = {
  clock: Clock
  /** Drops all connections, also those that hang, and frees the port. May be repeated. */
  close: () => Promise<void>
  faults: Faults
  /** Names of the wire formats it speaks. */
  formats: string[]
  gomafia: GomafiaSite
  prestosports: PrestoState
  records: Records
  requests: RequestLog
  settings: Settings
  spotify: SpotifyState
  /** `http://host:port`, without a slash at the end. */
  url: string
  world: World
}
