import type { ApiFootballOptions } from '../../../src/providers/api-football/index.js'
import type { Provider } from '../../../src/sdk/index.js'
import type { ReplayServer } from '../../../src/testing/replayServer.js'
import type { FootballProject } from '../createFootballProject.js'

import { createClock } from '../../../dev/emulator/world/createClock.js'
import { apiFootball } from '../../../src/providers/api-football/index.js'
import { startReplayServer } from '../../../src/testing/replayServer.js'
import { createFootballProject } from '../createFootballProject.js'

type CreateApiFootballTestArgs = {
  /** Where the clock of the plugin stands. */
  now: string
  options?: ApiFootballOptions
  /** Another provider in the same project, asking the same server. */
  others?: (server: ReplayServer) => Provider[]
}

export type ApiFootballTest = { provider: Provider; server: ReplayServer } & FootballProject

/** The real plugin on a database of its own, asking a server that plays recordings of API-Football. */
export const createApiFootballTest = async ({
  now,
  options,
  others,
}: CreateApiFootballTestArgs): Promise<ApiFootballTest> => {
  const server = await startReplayServer()
  const provider = apiFootball({ ...options, apiKey: 'invented-key', baseUrl: server.baseUrl })
  const project = await createFootballProject({
    clock: createClock({ at: new Date(now), isFrozen: true }),
    providers: [provider, ...(others?.(server) ?? [])],
  })
  return {
    ...project,
    close: async () => {
      await project.close()
      await server.close()
    },
    provider,
    server,
  }
}
