import type { Emulator } from './Emulator.js'

import { type Flags, parseFlags, USAGE } from './parseFlags.js'
import { PREFIX } from './providers/api-football/createApiFootball.js'
import { type EmulatorOptions, startEmulator } from './startEmulator.js'
import { createClock } from './world/createClock.js'

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const printError = (text: string): void => void process.stderr.write(`${text}\n`)

const readFlags = (): Flags | null => {
  try {
    return parseFlags(process.argv.slice(2))
  } catch (error) {
    printError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    return null
  }
}

const startOnFreePort = async (options: EmulatorOptions): Promise<Emulator> => {
  try {
    return await startEmulator(options)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) {
      throw error
    }
    printError(`Port ${options.port} is taken; taking a free one instead.`)
    return startEmulator({ ...options, port: 0 })
  }
}

const introduce = ({ clock, url, world }: Emulator): string => {
  const key = "-H 'Authorization: any-token'"
  const { countries, leagues, matches, players, seasons, teams } = world

  return `
Provider emulator: ${url}
  ${matches.size} matches, ${seasons.size} seasons, ${leagues.size} leagues, ${teams.size} teams, ${players.size} players, ${countries.size} countries
  clock: ${clock.now().toISOString()}

Any token that is not empty is accepted. Try Sportmonks, API-Football and what controls them:
  curl ${key} '${url}/v3/football/leagues'
  curl ${key} '${url}/v3/football/fixtures/between/2025-05-01/2025-05-31?include=participants;scores;state'
  curl ${key} '${url}/v3/football/livescores/inplay?include=events'
  curl -H 'x-apisports-key: any-key' '${url}${PREFIX}/fixtures?live=all'
  curl ${url}/_emulator
  curl -X POST ${url}/_emulator/clock -d '{"set":"2025-05-25T16:30:00Z"}'
  curl -X POST ${url}/_emulator/faults -d '{"kind":"status","status":503,"times":2}'

Ctrl+C ends it.
`
}

const flags = readFlags()
if (!flags) {
  process.exitCode = 2
} else if (flags.isHelp) {
  print(USAGE)
} else {
  const { isHelp: _, now, ...options } = flags
  const clock = createClock(now ? { at: now } : {})
  const emulator = await startOnFreePort({ clock, ...options })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void emulator.close().then(() => print('The emulator has ended.'))
    })
  }
  print(introduce(emulator))
}
