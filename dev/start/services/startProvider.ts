import type { Emulator } from '../../emulator/Emulator.js'
import type { WorldSet } from '../../emulator/world/source/filesOf.js'
import type { DevCoach } from '../../seedConnection.js'

import { PREFIX } from '../../emulator/providers/api-football/createApiFootball.js'
import { PREFIX as COLLEGE_PREFIX } from '../../emulator/providers/prestosports/createPrestoSports.js'
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

/** A handful of games: at one request a second, a first sync of them takes about a minute. */
const COLLEGES = { hasGameNow: true, teams: 8, weeksAhead: 2, weeksBack: 1 }

type StartProviderArgs = {
  /** Whether there are college sports as well, and a coach who may see a team. @default false */
  hasColleges?: boolean
  set: WorldSet
}

/** Starts an emulator of the outside systems that the dev app is configured with. */
export const startProvider = async ({
  hasColleges = false,
  set,
}: StartProviderArgs): Promise<StartedProvider> => {
  const emulator = await startEmulator({
    port: 0,
    prestosports: COLLEGES,
    requestsPerDay: REQUESTS.perDay,
    requestsPerMinute: REQUESTS.perMinute,
    set,
  })

  const { close, url } = emulator
  return {
    close,
    env: {
      API_FOOTBALL_BASE_URL: `${url}${PREFIX}`,
      SPORTMONKS_BASE_URL: `${url}/v3`,
      ...(hasColleges && {
        DEV_COACH: JSON.stringify(describeCoach(emulator)),
        PRESTOSPORTS_BASE_URL: `${url}${COLLEGE_PREFIX}`,
      }),
    },
    url,
  }
}

/** What the first coach would enter, who sees the game that is on. */
const describeCoach = ({ prestosports: { accounts, world } }: Emulator): DevCoach => {
  const { password, teamIds, username } = [...accounts.list.values()][0]!
  const team = teamIds[0]!
  return {
    credentials: { password, username },
    label: world.teams.get(team)!.name,
    settings: { team },
  }
}
