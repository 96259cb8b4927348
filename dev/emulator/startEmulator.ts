import type { AddressInfo } from 'node:net'

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import type { Emulator } from './Emulator.js'
import type { GomafiaSite } from './providers/gomafia/GomafiaSite.js'
import type { MafiaWorldOptions } from './providers/gomafia/world/createMafiaWorld.js'
import type { PrestoOptions, PrestoState } from './providers/prestosports/PrestoState.js'
import type { SpotifyOptions, SpotifyState } from './providers/spotify/SpotifyState.js'
import type { Settings } from './settings.js'
import type { Emulation, WireFormat } from './wireFormat.js'
import type { WorldSet } from './world/source/filesOf.js'
import type { World } from './world/types.js'

import { createApiFootball } from './providers/api-football/createApiFootball.js'
import { createGomafia } from './providers/gomafia/createGomafia.js'
import { createGomafiaSite } from './providers/gomafia/GomafiaSite.js'
import { createOpenai } from './providers/openai/createOpenai.js'
import { createPrestoSports } from './providers/prestosports/createPrestoSports.js'
import { createPrestoState } from './providers/prestosports/PrestoState.js'
import { createSportmonks } from './providers/sportmonks/createSportmonks.js'
import { createSpotify } from './providers/spotify/createSpotify.js'
import { createSpotifyState } from './providers/spotify/SpotifyState.js'
import { answerWire } from './server/answerWire.js'
import { answerControl, CONTROL_PREFIX } from './server/control/answerControl.js'
import { createFaults } from './server/createFaults.js'
import { createRequestLog } from './server/createRequestLog.js'
import { readBody } from './server/readBody.js'
import { sendText } from './server/sendText.js'
import { type Clock, createClock } from './world/createClock.js'
import { createRecords } from './world/createRecords.js'
import { createWorld } from './world/createWorld.js'

export type EmulatorOptions = {
  /** @default a clock that runs from the real time */
  clock?: Clock
  /** How `next_cursor` is written. @default 'token' */
  cursorStyle?: Settings['cursorStyle']
  /**
   * Whether pictures are drawn, instead of addresses that lead nowhere.
   *
   * @default false
   */
  drawsPictures?: boolean
  /** How much there is on the emulated gomafia.pro. */
  gomafia?: MafiaWorldOptions
  /** @default '127.0.0.1': nobody else can reach it */
  host?: string
  /** What API-Football lets us ask for. @default 'pro' */
  plan?: Settings['plan']
  /** @default 0: any free port */
  port?: number
  /** What the emulated PrestoSports knows, and how fast it may be asked. */
  prestosports?: PrestoOptions
  /** Requests per entity and hour of the emulator's clock, for Sportmonks. @default 3000 */
  rateLimitPerHour?: number
  /** Requests per day of the emulator's clock, for API-Football. @default those of the plan */
  requestsPerDay?: Settings['requestsPerDay']
  /** Requests per minute of the emulator's clock, for API-Football. @default those of the plan */
  requestsPerMinute?: Settings['requestsPerMinute']
  /** @default 'demo' */
  set?: WorldSet
  /** What the emulated Spotify knows, and how it behaves. */
  spotify?: SpotifyOptions
  /** The only accepted token or key. @default any that is not empty */
  token?: string
  /** A world that is there already, instead of `set`: many emulators can share one. */
  world?: World
}

/**
 * Starts an HTTP server that speaks the providers' wire formats. Resolves when
 * it listens; rejects when it cannot (the port is taken).
 */
export const startEmulator = async ({
  clock = createClock(),
  cursorStyle = 'token',
  drawsPictures = false,
  gomafia: gomafiaOptions,
  host = '127.0.0.1',
  plan = 'pro',
  port = 0,
  prestosports: prestoOptions,
  rateLimitPerHour = 3000,
  requestsPerDay = null,
  requestsPerMinute = null,
  set = 'demo',
  spotify: spotifyOptions,
  token,
  world = createWorld({ set }),
}: EmulatorOptions = {}): Promise<Emulator> => {
  const closing = new AbortController()
  const records = createRecords()
  const settings: Settings = {
    cursorStyle,
    plan,
    rateLimitPerHour,
    requestsPerDay,
    requestsPerMinute,
  }
  const at = clock.now()
  let prestoState: PrestoState | undefined
  // Made when it is first needed: most tests are about something else.
  const getPrestoState = (): PrestoState =>
    (prestoState ??= createPrestoState({ at, clock, ...prestoOptions }))
  let gomafiaSite: GomafiaSite | undefined
  const getGomafiaSite = (): GomafiaSite => (gomafiaSite ??= createGomafiaSite(gomafiaOptions))
  let spotifyState: SpotifyState | undefined
  const getSpotifyState = (): SpotifyState => (spotifyState ??= createSpotifyState(spotifyOptions))
  const emulation: Emulation = {
    clock,
    getGomafiaSite,
    getPrestoState,
    getSpotifyState,
    records,
    settings,
    token: token ?? null,
    world,
  }
  const formats = WIRE_FORMATS.map((create) => create(emulation))

  const server = createServer((req, res) => {
    answer({ closing: closing.signal, drawsPictures, emulator, formats, req, res }).catch(
      (error: unknown) => {
        if (!closing.signal.aborted) {
          failLoudly({ error, req, res })
        }
      },
    )
  })
  const emulator: Emulator = {
    clock,
    close: async () => {
      closing.abort()
      server.closeAllConnections()
      if (server.listening) {
        await new Promise<void>((resolve) => server.close(() => resolve()))
      }
    },
    faults: createFaults(),
    formats: formats.map(({ name }) => name),
    get gomafia() {
      return getGomafiaSite()
    },
    get prestosports() {
      return getPrestoState()
    },
    records,
    requests: createRequestLog(),
    settings,
    get spotify() {
      return getSpotifyState()
    },
    url: '',
    world,
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { address, family, port: openPort } = server.address() as AddressInfo
  emulator.url = `http://${family === 'IPv6' ? `[${address}]` : address}:${openPort}`
  return emulator
}

/** Another provider is another line here. The first one answers for paths of none. */
const WIRE_FORMATS: readonly ((emulation: Emulation) => WireFormat)[] = [
  createSportmonks,
  createApiFootball,
  createPrestoSports,
  createGomafia,
  createOpenai,
  createSpotify,
]

const answer = async ({
  closing,
  drawsPictures,
  emulator,
  formats,
  req,
  res,
}: {
  closing: AbortSignal
  drawsPictures: boolean
  emulator: Emulator
  formats: WireFormat[]
  req: IncomingMessage
  res: ServerResponse
}): Promise<void> => {
  const origin = `http://${req.headers.host ?? 'localhost'}`
  const url = new URL(req.url ?? '/', origin)
  const isUnder = (prefix: string): boolean =>
    url.pathname === prefix || url.pathname.startsWith(`${prefix}/`)

  if (isUnder(CONTROL_PREFIX)) {
    await answerControl({ emulator, req, res, url })
    return
  }
  const format = formats.find(({ prefixes }) => prefixes.some(isUnder)) ?? formats[0]
  if (!format) {
    throw new Error('The emulator has no wire format.')
  }
  const { clock, faults, requests } = emulator
  const request = {
    body: await readBody(req),
    headers: req.headers,
    method: req.method ?? 'GET',
    origin,
    path: url.pathname,
    query: url.searchParams,
  }
  await answerWire({ clock, closing, drawsPictures, faults, format, req, request, requests, res })
}

/** A mistake of the emulator itself must not look like an emulated failure. */
const failLoudly = ({
  error,
  req,
  res,
}: {
  error: unknown
  req: IncomingMessage
  res: ServerResponse
}): void => {
  process.stderr.write(
    `The emulator failed at ${req.method} ${req.url?.split('?')[0]}: ${String(error)}\n`,
  )
  if (error instanceof Error && error.stack) {
    process.stderr.write(`${error.stack}\n`)
  }
  if (res.headersSent) {
    res.socket?.destroy()
    return
  }
  sendText({
    req,
    res,
    status: 500,
    text: JSON.stringify({ message: `A bug in the emulator, not a fault: ${String(error)}` }),
  })
}
