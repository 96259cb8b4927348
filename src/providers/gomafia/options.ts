import { Cron } from 'croner'
import { z } from 'zod'

import type { OptionRule, ResolvedOptions } from '../../sdk/index.js'
import type { SourceName } from './sources/Source.js'

import { asJson, BASE_URL_RULE } from '../../sdk/index.js'
import { SOURCES } from './sources/Source.js'

/** What a project may say about reading gomafia.pro. Everything has a default. */
export type GomafiaOptions = {
  /**
   * Where the site is. Change it for a server that plays the site in tests.
   *
   * @default the environment variable `GOMAFIA_BASE_URL`, else `https://gomafia.pro`
   */
  baseUrl?: string
  /**
   * About how many records a page has that is made of what is stored, without a request: the games.
   *
   * @default the environment variable `SYNC_BATCH_SIZE`, else 100
   */
  batchSize?: number
  /**
   * The browser for the source `browser`, as a path: Chromium or Chrome.
   *
   * @default the environment variable `CHROMIUM_PATH`, else what Playwright finds
   */
  browserPath?: string
  /**
   * Hours after which a player is looked at again by an incremental sync.
   *
   * @default 24
   */
  checkAfterHours?: number
  /**
   * The most players that one incremental sync looks at. Ten requests a minute make 600 an hour,
   * and a player takes one for each ten tournaments.
   *
   * @default 1000
   */
  checksPerRun?: number
  /**
   * Whom the site may turn to: an address or a page, sent with every request as a part of the user
   * agent.
   *
   * @default none
   */
  contact?: string
  /**
   * The most pages of each list to read: three pages of the rating are thirty players.
   *
   * @default all of them
   */
  listPages?: number
  /**
   * The most requests in a window of time, for all hosts together.
   *
   * @default the environment variable `RATE_LIMIT_MAX_REQUESTS`, else 10
   */
  maxRequests?: number
  /**
   * How often a request is repeated that failed for no fault of its own.
   *
   * @default the environment variable `SYNC_MAX_RETRIES`, else 5
   */
  maxRetries?: number
  /**
   * Whether real names and ids of social networks are stored. They are personal data: find out
   * whether you may before you turn it on.
   *
   * @default false
   */
  personalData?: boolean
  /**
   * Milliseconds before the first repeat; it doubles each time.
   *
   * @default the environment variable `SYNC_RETRY_DELAY`, else 1000
   */
  retryDelayMs?: number
  /**
   * Whether the site's robots.txt is read and what it forbids is left alone.
   *
   * @default true
   */
  robots?: boolean
  /**
   * When to sync each day, as cron with five fields in UTC: on Sundays in full, on other days what
   * may have changed.
   *
   * @default the environment variable `SYNC_CRON_SCHEDULE`, else `0 0 * * *`
   */
  schedule?: string
  /**
   * The ways to the site's data, in the order they are tried: the data of its pages, its API, and
   * its pages in a browser, which needs `playwright-core` in your project.
   *
   * @default ['pageData', 'api']
   */
  sources?: readonly SourceName[]
  /**
   * Whether all of a player's history is read, ten tournaments with each request, or its first page.
   *
   * @default true
   */
  wholeHistory?: boolean
  /**
   * The window of `maxRequests` in milliseconds.
   *
   * @default the environment variable `RATE_LIMIT_WINDOW_MS`, else 60000
   */
  windowMs?: number
  /**
   * The year of the ratings of players and clubs.
   *
   * @default the year it is
   */
  year?: number
}

type WholeRuleArgs = { max: number; min: number }

/** A whole number, also as text: variables of the environment are text. */
const wholeRule = ({ max, min }: WholeRuleArgs): OptionRule<number> => ({
  expectation: `a whole number from ${min} to ${max}`,
  schema: z
    .union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)])
    .pipe(z.int().min(min).max(max)),
  show: asJson,
})

const FLAG_RULE: OptionRule<boolean> = {
  expectation: 'true or false',
  schema: z.boolean(),
  show: asJson,
}

const isCron = (value: string): boolean => {
  if (value.trim().split(/\s+/).length !== 5) {
    return false
  }
  try {
    return new Cron(value, { paused: true }).nextRun() !== null
  } catch {
    return false
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

export const OPTION_RULES = {
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://gomafia.pro',
    variables: ['GOMAFIA_BASE_URL'],
  },
  batchSize: {
    ...wholeRule({ max: 10_000, min: 1 }),
    default: 100,
    variables: ['SYNC_BATCH_SIZE'],
  },
  browserPath: {
    expectation: 'the path of a browser',
    schema: z.string().trim().min(1),
    show: asJson,
    variables: ['CHROMIUM_PATH'],
  },
  checkAfterHours: { ...wholeRule({ max: 8760, min: 1 }), default: 24 },
  checksPerRun: { ...wholeRule({ max: 10_000, min: 1 }), default: 1000 },
  contact: {
    expectation: 'an address or a page in one line of Latin letters',
    schema: z
      .string()
      .trim()
      .regex(/^[\x20-\x27\x2a-\x7e]{1,200}$/),
    show: asJson,
  },
  listPages: wholeRule({ max: 100_000, min: 1 }),
  maxRequests: {
    ...wholeRule({ max: 10_000, min: 1 }),
    default: 10,
    variables: ['RATE_LIMIT_MAX_REQUESTS'],
  },
  maxRetries: { ...wholeRule({ max: 20, min: 0 }), default: 5, variables: ['SYNC_MAX_RETRIES'] },
  personalData: { ...FLAG_RULE, default: false },
  retryDelayMs: {
    ...wholeRule({ max: 60_000, min: 1 }),
    default: 1000,
    variables: ['SYNC_RETRY_DELAY'],
  },
  robots: { ...FLAG_RULE, default: true },
  schedule: {
    default: '0 0 * * *',
    expectation: 'a cron line with five fields',
    schema: z.string().trim().refine(isCron),
    show: asJson,
    variables: ['SYNC_CRON_SCHEDULE'],
  },
  sources: {
    default: ['pageData', 'api'] as readonly SourceName[],
    expectation: `a list of ${SOURCES.map((name) => `"${name}"`).join(', ')}`,
    schema: z
      .array(z.enum(SOURCES))
      .min(1)
      .transform((names): readonly SourceName[] => [...new Set(names)]),
    show: asJson,
  },
  wholeHistory: { ...FLAG_RULE, default: true },
  windowMs: {
    ...wholeRule({ max: DAY_MS, min: 1 }),
    default: 60_000,
    variables: ['RATE_LIMIT_WINDOW_MS'],
  },
  year: wholeRule({ max: 2100, min: 2000 }),
} satisfies Record<keyof GomafiaOptions, OptionRule>

/** The options with every default in place. */
export type GomafiaSettings = ResolvedOptions<typeof OPTION_RULES>
