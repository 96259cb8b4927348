import { parseArgs } from 'node:util'

export const USAGE = `Usage: npm start [-- <flags>]

Starts an embedded PostgreSQL, the provider emulator and the dev app, fills an empty database
with a first full sync, and serves the admin panel. Ctrl-C ends everything it started.

Flags
  --all            take the whole set of matches instead of the demo set
  --fresh          remove the dev database first
  --host <address> listen on this address (default 127.0.0.1; everybody who can reach it is
                   signed in, so open it only to a network you trust)
  --help           print this

Environment
  PORT             the port of the app (default: the first free one from 3000 on)
  DATABASE_URL     a PostgreSQL of yours instead of the embedded one
  PAYLOAD_SECRET   Payload's secret (default: a fixed one, fit for the dev app only)
`

const MAX_PORT = 65_535

/** What to do, or `{ problem }` with the reason why that cannot be told. */
export const parseStartArgs = ({ args, env }) => {
  let values
  try {
    ;({ values } = parseArgs({
      allowPositionals: false,
      args,
      options: {
        all: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        host: { type: 'string', default: '127.0.0.1' },
      },
      strict: true,
    }))
  } catch (error) {
    return { problem: error.message.split('. ')[0] }
  }

  const { all, fresh, help, host } = values
  const port = env.PORT ? Number(env.PORT) : undefined

  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port <= MAX_PORT)) {
    return { problem: `PORT must be a number from 1 to ${MAX_PORT}, and is "${env.PORT}"` }
  }

  if (fresh && env.DATABASE_URL) {
    return { problem: '--fresh removes the embedded database only, and DATABASE_URL is set' }
  }

  return {
    options: {
      databaseUrl: env.DATABASE_URL || undefined,
      help,
      host,
      isFresh: fresh,
      port,
      set: all ? 'all' : 'demo',
    },
  }
}
