import { parseArgs } from 'node:util'

export type Flags = {
  isHelp: boolean
  /** `null`: the real time. */
  now: Date | null
  port: number
  set: 'all' | 'demo'
}

export const DEFAULT_PORT = 4010

export const USAGE = `Usage: npm run emulator -- [options]

  --port <number>  port to listen on (default ${DEFAULT_PORT}; 0 takes any free one)
  --all            all 92,900 matches instead of the demo set of about 10,000
  --now <ISO>      where the clock starts, such as 2025-05-25T16:30:00Z (default: the real time)
  --help           this text
`

/** The command line as options. Throws an `Error` that says which flag is wrong and why. */
export const parseFlags = (args: string[]): Flags => {
  const { values } = parseArgs({
    args,
    options: {
      all: { type: 'boolean' },
      help: { type: 'boolean' },
      now: { type: 'string' },
      port: { type: 'string' },
    },
    strict: true,
  })
  return {
    isHelp: values.help ?? false,
    now: values.now === undefined ? null : toDate(values.now),
    port: values.port === undefined ? DEFAULT_PORT : toPort(values.port),
    set: values.all ? 'all' : 'demo',
  }
}

const toDate = (text: string): Date => {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) {
    throw new Error(`--now needs an ISO date such as 2025-05-25T16:30:00Z, not "${text}".`)
  }
  return date
}

const toPort = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`--port needs a number from 0 to 65535, not "${text}".`)
  }
  return port
}
