import { parseArgs } from 'node:util'

import { type Plan, PLANS } from './providers/api-football/limits/plans.js'

export type Flags = {
  isHelp: boolean
  /** `null`: the real time. */
  now: Date | null
  plan: Plan
  port: number
  /** `null`: those of the plan. */
  requestsPerDay: null | number
  /** `null`: those of the plan. */
  requestsPerMinute: null | number
  set: 'all' | 'demo'
}

export const DEFAULT_PORT = 4010

export const USAGE = `Usage: npm run emulator -- [options]

  --port <number>  port to listen on (default ${DEFAULT_PORT}; 0 takes any free one)
  --all            all 92,888 matches instead of the demo set of about 10,000
  --now <ISO>      where the clock starts, such as 2025-05-25T16:30:00Z (default: the real time)
  --plan <name>    plan of API-Football, free or pro (default pro)
  --per-day <n>    requests per day of API-Football (default: those of the plan)
  --per-minute <n> requests per minute of API-Football (default: those of the plan)
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
      'per-day': { type: 'string' },
      'per-minute': { type: 'string' },
      plan: { type: 'string' },
      port: { type: 'string' },
    },
    strict: true,
  })
  return {
    isHelp: values.help ?? false,
    now: values.now === undefined ? null : toDate(values.now),
    plan: toPlan(values.plan ?? 'pro'),
    port: values.port === undefined ? DEFAULT_PORT : toPort(values.port),
    requestsPerDay: toLimit({ flag: '--per-day', text: values['per-day'] }),
    requestsPerMinute: toLimit({ flag: '--per-minute', text: values['per-minute'] }),
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

const toPlan = (text: string): Plan => {
  const plan = PLANS.find((name) => name === text)
  if (!plan) {
    throw new Error(`--plan needs one of ${PLANS.join(', ')}, not "${text}".`)
  }
  return plan
}

const toLimit = ({ flag, text }: { flag: string; text: string | undefined }): null | number => {
  if (text !== undefined && !/^\d+$/.test(text)) {
    throw new Error(`${flag} needs a number of requests, not "${text}".`)
  }
  return text === undefined ? null : Number(text)
}
