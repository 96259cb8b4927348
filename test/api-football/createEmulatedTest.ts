import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { EmulatorOptions } from '../../dev/emulator/startEmulator.js'
import type { ApiFootballOptions } from '../../src/providers/api-football/index.js'
import type { Provider } from '../../src/sdk/index.js'
import type { FootballProject } from './createFootballProject.js'

import { PREFIX } from '../../dev/emulator/providers/api-football/createApiFootball.js'
import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createClock } from '../../dev/emulator/world/createClock.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { createFootballProject } from './createFootballProject.js'

/** The only key the emulator accepts. */
export const KEY = 'invented-key-that-stays-secret'

type CreateEmulatedTestArgs = {
  /** What the emulated world is made of, such as `2024-25/at.1`. */
  files: string[]
  /** Where the clock of the emulator and of the plugin stands. */
  now: string
  options?: ApiFootballOptions
  /** Another provider in the same project, asking the same emulator. */
  others?: (emulator: Emulator) => Provider[]
  plugin?: Parameters<typeof createFootballProject>[0]['plugin']
} & Pick<EmulatorOptions, 'plan' | 'requestsPerDay' | 'requestsPerMinute'>

export type EmulatedTest = {
  emulator: Emulator
  /** How long one request may take from now on; without a number the provider's own 20 seconds. */
  setTimeoutMs: (ms?: number) => void
  /** Syncs in full what matches need, without the many players, and the matches. */
  syncUpToMatches: () => Promise<void>
} & FootballProject

const UP_TO_MATCHES = ['countries', 'leagues', 'seasons', 'teams', 'matches']

/** The real plugin on a database of its own, asking an emulated API-Football. */
export const createEmulatedTest = async ({
  files,
  now,
  options,
  others,
  plugin,
  ...limits
}: CreateEmulatedTestArgs): Promise<EmulatedTest> => {
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const emulator = await startEmulator({ ...limits, clock, set: { files }, token: KEY })
  const provider = apiFootball({ ...options, apiKey: KEY, baseUrl: `${emulator.url}${PREFIX}` })
  const http = { ...provider.http! }
  const project = await createFootballProject({
    clock,
    plugin,
    providers: [{ ...provider, http }, ...(others?.(emulator) ?? [])],
  })
  return {
    ...project,
    close: async () => {
      await project.close()
      await emulator.close()
    },
    emulator,
    setTimeoutMs: (ms = provider.http!.timeoutMs) => {
      http.timeoutMs = ms
    },
    syncUpToMatches: async () => {
      for (const resource of UP_TO_MATCHES) {
        const { error, status } = await project.sync({ resource })
        if (status !== 'completed') {
          throw new Error(`${resource} ended ${status}: ${error?.message}`)
        }
      }
    },
  }
}
