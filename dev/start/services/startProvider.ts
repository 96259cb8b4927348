import type { Emulator } from '../../emulator/Emulator.js'
import type { WorldSet } from '../../emulator/world/source/filesOf.js'
import type { DevCoach } from '../../seeds/seedConnection.js'

import { PREFIX } from '../../emulator/providers/api-football/createApiFootball.js'
import { PREFIX as MAFIA_PREFIX } from '../../emulator/providers/gomafia/createGomafia.js'
import { PREFIX as OPENAI_PREFIX } from '../../emulator/providers/openai/createOpenai.js'
import { PREFIX as COLLEGE_PREFIX } from '../../emulator/providers/prestosports/createPrestoSports.js'
import { PREFIX as SPOTIFY_PREFIX } from '../../emulator/providers/spotify/createSpotify.js'
import { CLIENT } from '../../emulator/providers/spotify/SpotifyState.js'
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

/** A small site. The dev app reads two pages of its rating. */
const MAFIA = { players: 60, tournaments: 8 }

type StartProviderArgs = {
  /**
   * Whether there are PrestoSports, with a coach who may see a team, and gomafia.pro as well.
   *
   * @default false
   */
  isWhole?: boolean
  set: WorldSet
}

/** Starts an emulator of the outside systems that the dev app is configured with. */
export const startProvider = async ({
  isWhole = false,
  set,
}: StartProviderArgs): Promise<StartedProvider> => {
  const emulator = await startEmulator({
    drawsPictures: true,
    gomafia: MAFIA,
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
      OPENAI_ADMIN_BASE_URL: `${url}${OPENAI_PREFIX}`,
      SPORTMONKS_BASE_URL: `${url}/v3`,
      SPOTIFY_ACCOUNTS_URL: `${url}${SPOTIFY_PREFIX}`,
      SPOTIFY_BASE_URL: `${url}${SPOTIFY_PREFIX}/v1`,
      SPOTIFY_CLIENT_ID: CLIENT.id,
      SPOTIFY_CLIENT_SECRET: CLIENT.secret,
      ...(isWhole && {
        DEV_COACH: JSON.stringify(describeCoach(emulator)),
        DEV_SUBSCRIPTIONS: 'yes',
        GOMAFIA_BASE_URL: `${url}${MAFIA_PREFIX}`,
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
