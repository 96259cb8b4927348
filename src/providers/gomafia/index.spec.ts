import { afterEach, describe, expect, it, vi } from 'vitest'

import type { GomafiaOptions } from './options.js'

import { resolveProviderOptions } from '../../sdk/index.js'
import { gomafia } from './index.js'
import { OPTION_RULES } from './options.js'
import { toSchedules } from './schedules.js'

type ToSettingsArgs = { environment?: Record<string, string>; options?: GomafiaOptions }

const toSettings = ({ environment = {}, options = {} }: ToSettingsArgs = {}) =>
  resolveProviderOptions({ environment, options, rules: OPTION_RULES, subject: 'gomafia' })

/** What may stand in the environment, and what comes of it. */
const VARIABLES = [
  {
    bad: ['gomafia.pro', 'ftp://gomafia.pro'],
    given: 'https://other.example',
    option: 'baseUrl',
    text: 'https://mirror.example',
    value: 'https://mirror.example',
    variable: 'GOMAFIA_BASE_URL',
  },
  {
    bad: ['0', '1.5', 'many'],
    given: 7,
    option: 'maxRequests',
    text: '30',
    value: 30,
    variable: 'RATE_LIMIT_MAX_REQUESTS',
  },
  {
    bad: ['0', '-1'],
    given: 5000,
    option: 'windowMs',
    text: ' 60000 ',
    value: 60_000,
    variable: 'RATE_LIMIT_WINDOW_MS',
  },
  {
    bad: ['0', 'all'],
    given: 10,
    option: 'batchSize',
    text: '50',
    value: 50,
    variable: 'SYNC_BATCH_SIZE',
  },
  {
    bad: ['daily', '0 0 * *', '0 0 31 2 *'],
    given: '0 1 * * *',
    option: 'schedule',
    text: '30 4 * * *',
    value: '30 4 * * *',
    variable: 'SYNC_CRON_SCHEDULE',
  },
  {
    bad: ['21', '-1'],
    given: 0,
    option: 'maxRetries',
    text: '2',
    value: 2,
    variable: 'SYNC_MAX_RETRIES',
  },
  {
    bad: ['0', '1s'],
    given: 10,
    option: 'retryDelayMs',
    text: '250',
    value: 250,
    variable: 'SYNC_RETRY_DELAY',
  },
] as const

describe('gomafia', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('should let people trigger five syncs an hour', () => {
    expect(gomafia().triggersPerHour).toBe(5)
  })

  it.each([
    [{}, 'payload-plugin-sync'],
    [{ contact: '' }, 'payload-plugin-sync'],
    [{ contact: 'sync@example.org' }, 'payload-plugin-sync (sync@example.org)'],
    [{ contact: ' https://example.org/bot ' }, 'payload-plugin-sync (https://example.org/bot)'],
  ])('should say who asks, with %j', (options, expected) => {
    expect(gomafia(options).http?.headers).toEqual({ 'User-Agent': expected })
  })

  it.each(['a (b)', 'two\nlines', 'почта@example.org'])(
    'should refuse the contact %j, which no header can hold',
    (contact) => {
      expect(() => gomafia({ contact })).toThrow('an address or a page in one line')
    },
  )

  it('should read ten requests a minute, politely, unless it is told otherwise', () => {
    expect(toSettings()).toEqual({
      baseUrl: 'https://gomafia.pro',
      batchSize: 100,
      browserPath: undefined,
      checkAfterHours: 24,
      checksPerRun: 1000,
      contact: undefined,
      listPages: undefined,
      maxRequests: 10,
      maxRetries: 5,
      personalData: false,
      retryDelayMs: 1000,
      robots: true,
      schedule: '0 0 * * *',
      sources: ['pageData', 'api'],
      wholeHistory: true,
      windowMs: 60_000,
      year: undefined,
    })
    expect(gomafia().http).toMatchObject({
      attempts: 6,
      backoffMs: 1000,
      baseUrl: 'https://gomafia.pro',
      // One each 6.3 seconds: no minute sees eleven.
      quotas: [{ limit: 1, per: 'provider', windowMs: 6300 }],
    })
  })

  it.each(VARIABLES)(
    'should take $option from $variable, unless the option is given',
    ({ given, option, text, value, variable }) => {
      expect(toSettings({ environment: { [variable]: text } })[option]).toEqual(value)
      expect(
        toSettings({ environment: { [variable]: text }, options: { [option]: given } })[option],
      ).toEqual(given)
    },
  )

  it.each(VARIABLES.flatMap(({ bad, variable }) => bad.map((text) => ({ text, variable }))))(
    'should refuse "$text" in $variable, by its name',
    ({ text, variable }) => {
      expect(() => toSettings({ environment: { [variable]: text } })).toThrow(variable)
    },
  )

  it('should read the environment of the process', () => {
    for (const { text, variable } of VARIABLES) {
      vi.stubEnv(variable, text)
    }
    const { http, resources } = gomafia()
    const schedulesOf = (name: 'clubs' | 'players') => resources.get(name)?.schedules

    expect(http).toMatchObject({
      attempts: 3,
      backoffMs: 250,
      baseUrl: 'https://mirror.example',
      quotas: [{ limit: 1, windowMs: 2100 }],
    })
    expect(schedulesOf('players')).toEqual([
      { cron: '30 4 * * 0', mode: 'full' },
      { cron: '30 4 * * 1-6', mode: 'incremental' },
    ])
    expect(schedulesOf('clubs')).toEqual([{ cron: '30 4 * * 0', mode: 'full' }])
  })
})

describe('toSchedules', () => {
  it.each([
    ['0 0 * * *', '0 0 * * 0', '0 0 * * 1-6'],
    [' 15  3,15 * * * ', '15 3,15 * * 0', '15 3,15 * * 1-6'],
    // It says itself on which days.
    ['0 6 * * 1-5', '0 6 * * 0', '0 6 * * 1-5'],
    ['0 6 1 * *', '0 6 * * 0', '0 6 1 * *'],
  ])('should read in full on Sundays, and what may have changed otherwise: "%s"', (...lines) => {
    const [cron, full, incremental] = lines

    expect(toSchedules({ cron })).toEqual([
      { cron: full, mode: 'full' },
      { cron: incremental, mode: 'incremental' },
    ])
    expect(toSchedules({ cron, hasIncremental: false })).toEqual([{ cron: full, mode: 'full' }])
  })
})
