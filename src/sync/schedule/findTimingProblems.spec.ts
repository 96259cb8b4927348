import { describe, expect, it } from 'vitest'

import { findTimingProblems } from './findTimingProblems.js'
import { cronTiming } from './slots/timing.fixture.js'

describe('findTimingProblems', () => {
  it.each([
    '* * * * *',
    '*/15 * * * *',
    '5/15 * * * *',
    '0 3 ? * MON',
    '0 3 * * MON-FRI',
    '0 3 * * THU',
    '0 3 * * tue,thu',
    '0 3 * MAR,OCT *',
    '0 3 L * *',
    '0 3 * * 5L',
    '0 3 * * 1#2',
    '0 3 29 2 *',
    '  0   3 * * *  ',
  ])('should have nothing against %s', (cron) => {
    expect(findTimingProblems(cronTiming(cron))).toEqual([])
  })

  it.each([
    ['', 'has 0 of the five fields'],
    ['* * * *', 'has 4 of the five fields'],
    ['0 * * * * *', 'has 6 of the five fields'],
    ['@daily', 'has 1 of the five fields'],
    ['H 3 * * *', 'the minute cannot be read, expected range 0-59'],
    ['0 3 * * H', 'the day of the week cannot be read, expected range 0-7'],
    ['61 * * * *', 'expected range 0-59'],
    ['0 24 * * *', 'expected range 0-23'],
    ['0 3 0 * *', 'expected range 1-31'],
    ['0 3 * 13 *', 'expected range 1-12'],
    ['0 3 30 2 *', 'no year has such a day'],
    ['often', 'has 1 of the five fields'],
    ['a b c d e', '"a b c d e"'],
    ['*/0 * * * *', '"*/0 * * * *"'],
  ])('should say what is wrong with "%s"', (cron, reason) => {
    const [problem, ...others] = findTimingProblems(cronTiming(cron))

    expect(others).toEqual([])
    expect(problem).toMatchObject({ field: 'cron', message: expect.stringContaining(reason) })
  })

  it.each(['', 'Berlin', 'Europe/Atlantis'])('should not know the timezone "%s"', (timezone) => {
    expect(findTimingProblems(cronTiming('0 3 * * *', timezone))).toMatchObject([
      { field: 'timezone', message: expect.stringContaining(`"${timezone}"`) },
    ])
  })

  it('should tell of both', () => {
    expect(
      findTimingProblems(cronTiming('* * *', 'Mars/Olympus')).map(({ field }) => field),
    ).toEqual(['timezone', 'cron'])
  })

  it('should not mind a cron expression that its frequency does not ask for', () => {
    expect(findTimingProblems({ ...cronTiming('nonsense'), frequency: 'daily' })).toEqual([])
  })
})
