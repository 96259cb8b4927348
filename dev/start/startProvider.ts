import type { WorldSet } from '../emulator/world/filesOf.js'

import { startEmulator } from '../emulator/startEmulator.js'

type StartedProvider = {
  close: () => Promise<void>
  /** Base URL for the provider `sportmonks`. */
  sportmonksUrl: string
}

/** Starts an emulator of the outside systems that the dev app is configured with. */
export const startProvider = async ({ set }: { set: WorldSet }): Promise<StartedProvider> => {
  const { close, url } = await startEmulator({ port: 0, set })

  return { close, sportmonksUrl: `${url}/v3` }
}
