import type { WorldSet } from '../../emulator/world/source/filesOf.js'

import { PREFIX } from '../../emulator/providers/api-football/createApiFootball.js'
import { startEmulator } from '../../emulator/startEmulator.js'

type StartedProvider = {
  close: () => Promise<void>
  /** Where each provider is, as the config of the dev app reads it. */
  env: Record<string, string>
  /** Where the emulator itself is. */
  url: string
}

/** More than a first sync asks for, which takes some seconds of a minute that has 300 otherwise. */
const REQUESTS = { perDay: 1_000_000, perMinute: 100_000 }

/** Starts an emulator of the outside systems that the dev app is configured with. */
export const startProvider = async ({ set }: { set: WorldSet }): Promise<StartedProvider> => {
  const { close, url } = await startEmulator({
    port: 0,
    requestsPerDay: REQUESTS.perDay,
    requestsPerMinute: REQUESTS.perMinute,
    set,
  })

  return {
    close,
    env: { API_FOOTBALL_BASE_URL: `${url}${PREFIX}`, SPORTMONKS_BASE_URL: `${url}/v3` },
    url,
  }
}
