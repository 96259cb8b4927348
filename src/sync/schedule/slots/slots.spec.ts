import { describe, expect, it } from 'vitest'

import { createRandom } from '../../../../test/long/createRandom.js'
import { SEED } from '../../../../test/long/SEED.js'
import { toCount } from '../../../../test/long/toCount.js'
import {
  createPassedFinder,
  findLatestSlot,
  findNextSlot,
  findNextSlots,
  findPassedSlots,
  MOST_COUNTED,
} from './slots.js'
import { cronTiming } from './timing.fixture.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const list = ({
  count,
  cron,
  from,
  timezone,
}: {
  count: number
  timezone?: string
} & Record<'cron' | 'from', string>): string[] =>
  findNextSlots({ after: new Date(from), count, timing: cronTiming(cron, timezone) }).map((slot) =>
    slot.toISOString(),
  )

const WALL = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})

/** What the wall in Berlin shows at the slots of a day, from midnight until five or six. */
const listMorning = ({ cron, day }: Record<'cron' | 'day', string>): string =>
  findNextSlots({
    after: new Date(Date.parse(`${day}T00:00:00Z`) - 2 * HOUR_MS - 1),
    count: 12,
    timing: cronTiming(cron, 'Europe/Berlin'),
  })
    .filter((slot) => slot.getTime() < Date.parse(`${day}T04:00:00Z`))
    .map((slot) => WALL.format(slot))
    .join(' ')

const findGaps = (slots: readonly string[]): number[] =>
  slots.slice(1).map((slot, index) => (Date.parse(slot) - Date.parse(slots[index]!)) / MINUTE_MS)

describe('findNextSlot', () => {
  it('should come after the moment it is asked for, also when that is a slot', () => {
    const timing = cronTiming('30 2 * * *')

    expect(findNextSlot({ after: new Date('2031-03-05T02:29:59.999Z'), timing })).toEqual(
      new Date('2031-03-05T02:30:00.000Z'),
    )
    expect(findNextSlot({ after: new Date('2031-03-05T02:30:00.000Z'), timing })).toEqual(
      new Date('2031-03-06T02:30:00.000Z'),
    )
  })

  it('should fire a daily 02:30 in Berlin once when the clock is put forward over it', () => {
    expect(
      list({
        count: 3,
        cron: '30 2 * * *',
        from: '2031-03-29T00:00:00Z',
        timezone: 'Europe/Berlin',
      }),
    ).toEqual([
      '2031-03-29T01:30:00.000Z',
      // There is no 02:30 on this day: it is 03:00 when it would come.
      '2031-03-30T01:00:00.000Z',
      '2031-03-31T00:30:00.000Z',
    ])
  })

  it('should know of the moved slot from wherever it looks', () => {
    const find = (after: string) =>
      findNextSlot({
        after: new Date(after),
        timing: cronTiming('30 2 * * *', 'Europe/Berlin'),
      })?.toISOString()

    expect(find('2031-03-29T12:00:00Z')).toBe('2031-03-30T01:00:00.000Z')
    expect(find('2031-03-30T00:59:59Z')).toBe('2031-03-30T01:00:00.000Z')
    expect(find('2031-03-30T01:00:00Z')).toBe('2031-03-31T00:30:00.000Z')
    expect(find('2031-03-30T01:30:00Z')).toBe('2031-03-31T00:30:00.000Z')
    expect(find('2031-10-26T00:30:00Z')).toBe('2031-10-27T01:30:00.000Z')
    expect(find('2031-10-26T01:10:00Z')).toBe('2031-10-27T01:30:00.000Z')
  })

  it('should fire a daily 02:30 in Berlin once when the clock is put back over it', () => {
    expect(
      list({
        count: 3,
        cron: '30 2 * * *',
        from: '2031-10-25T00:00:00Z',
        timezone: 'Europe/Berlin',
      }),
    ).toEqual([
      '2031-10-25T00:30:00.000Z',
      // The first of the two.
      '2031-10-26T00:30:00.000Z',
      '2031-10-27T01:30:00.000Z',
    ])
  })

  it.each([
    // Both are left out, and make one slot.
    { name: 'two times of an hour', cron: '0,30 2 * * *', morning: '03:00' },
    { name: 'two hours', cron: '30 1,2 * * *', morning: '01:30 03:00' },
    { name: 'a range of hours', cron: '0 1-4 * * *', morning: '01:00 03:00 04:00' },
    { name: 'a day of the year', cron: '30 2 30 3 *', morning: '03:00' },
    { name: 'every second hour', cron: '0 */2 * * *', morning: '00:00 04:00' },
    { name: 'thirds of the hour that is left out', cron: '*/20 2 * * *', morning: '' },
  ])('should fire $name by the clock when it is put forward', ({ cron, morning }) => {
    expect(listMorning({ cron, day: '2031-03-30' })).toBe(morning)
  })

  it.each([
    { name: 'two times of an hour', cron: '0,30 2 * * *', morning: '02:00 02:30' },
    { name: 'two hours', cron: '30 1,2 * * *', morning: '01:30 02:30' },
    { name: 'a range of hours', cron: '0 1-4 * * *', morning: '01:00 02:00 03:00 04:00' },
    { name: 'every second hour', cron: '0 */2 * * *', morning: '00:00 02:00 02:00 04:00' },
    {
      name: 'thirds of the hour that comes twice',
      cron: '*/20 2 * * *',
      morning: '02:00 02:20 02:40 02:00 02:20 02:40',
    },
  ])('should fire $name by the clock when it is put back', ({ cron, morning }) => {
    expect(listMorning({ cron, day: '2031-10-26' })).toBe(morning)
  })

  it.each([
    { name: 'forward', change: '2031-03-29T23:00:00Z' },
    { name: 'back', change: '2031-10-25T22:00:00Z' },
  ])('should go on every quarter of an hour while the clock is put $name', ({ change }) => {
    const slots = list({
      count: 24,
      cron: '*/15 * * * *',
      from: change,
      timezone: 'Europe/Berlin',
    })

    expect(new Set(findGaps(slots))).toEqual(new Set([15]))
  })

  it.each(['2031-03-29T23:00:00Z', '2031-10-25T22:00:00Z'])(
    'should go on every minute and every hour through the change after %s',
    (from) => {
      const minutes = list({ count: 300, cron: '* * * * *', from, timezone: 'Europe/Berlin' })
      const hours = list({ count: 6, cron: '0 * * * *', from, timezone: 'Europe/Berlin' })

      expect(new Set(findGaps(minutes))).toEqual(new Set([1]))
      expect(new Set(findGaps(hours))).toEqual(new Set([60]))
    },
  )

  it.each(['2031-04-05T00:00:00Z', '2031-10-04T00:00:00Z'])(
    'should get over the half hour that Lord Howe changes its clock by after %s',
    (from) => {
      const daily = list({ count: 4, cron: '15 2 * * *', from, timezone: 'Australia/Lord_Howe' })
      const monthly = list({ count: 2, cron: '15 2 6 * *', from, timezone: 'Australia/Lord_Howe' })
      const hourly = list({ count: 60, cron: '17 * * * *', from, timezone: 'Australia/Lord_Howe' })

      expect(daily).toHaveLength(4)
      expect(monthly).toHaveLength(2)
      expect(hourly).toHaveLength(60)
      // A half hour more or less, and never a whole one that is left out.
      expect(findGaps(hourly).every((gap) => gap >= 30 && gap <= 90)).toBe(true)
      expect(findGaps(daily).every((gap) => gap >= 23.5 * 60 && gap <= 24.5 * 60)).toBe(true)
    },
  )

  it.each(['2031-03-30T01:00:00Z', '2031-10-26T01:00:00Z', '2031-04-05T15:00:00Z'])(
    'should find every minute what any other way to write it finds around %s',
    (change) => {
      const from = new Date(Date.parse(change) - 150 * MINUTE_MS).toISOString()
      const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns']
      for (const timezone of zones) {
        expect(list({ count: 300, cron: '* * * * *', from, timezone })).toEqual(
          list({ count: 300, cron: '*/1 * * * *', from, timezone }),
        )
      }
      expect(() => list({ count: 1, cron: '* * * * *', from, timezone: 'Nowhere/City' })).toThrow(
        RangeError,
      )
    },
  )

  it('should know months, their last day and leap years', () => {
    expect(list({ count: 3, cron: '0 6 31 * *', from: '2031-01-31T06:00:00Z' })).toEqual([
      '2031-03-31T06:00:00.000Z',
      '2031-05-31T06:00:00.000Z',
      '2031-07-31T06:00:00.000Z',
    ])
    expect(list({ count: 3, cron: '0 6 L * *', from: '2032-01-31T06:00:00Z' })).toEqual([
      '2032-02-29T06:00:00.000Z',
      '2032-03-31T06:00:00.000Z',
      '2032-04-30T06:00:00.000Z',
    ])
    expect(list({ count: 2, cron: '0 6 29 2 *', from: '2031-01-01T00:00:00Z' })).toEqual([
      '2032-02-29T06:00:00.000Z',
      '2036-02-29T06:00:00.000Z',
    ])
  })

  it('should name a timezone that does not exist', () => {
    const find = () =>
      findNextSlot({
        after: new Date('2031-01-01T00:00:00Z'),
        timing: cronTiming('0 6 * * *', 'Nowhere/City'),
      })

    expect(find).toThrow(RangeError)
    expect(find).toThrow('Nowhere/City')
  })

  it('should never come for a day that no month has', () => {
    expect(
      findNextSlot({ after: new Date('2031-01-01T00:00:00Z'), timing: cronTiming('0 6 30 2 *') }),
    ).toBeUndefined()
    expect(list({ count: 5, cron: '0 6 30 2 *', from: '2031-01-01T00:00:00Z' })).toEqual([])
  })
})

describe('findPassedSlots', () => {
  const pass = async ({ cron, from, now }: Record<'cron' | 'from' | 'now', string>) => {
    const { latest, skipped } = await findPassedSlots({
      from: new Date(from),
      now: new Date(now),
      timing: cronTiming(cron),
    })
    return { latest: latest.toISOString(), skipped }
  }

  it('should give a slot that is the only one due', async () => {
    expect(
      await pass({
        cron: '* * * * *',
        from: '2031-03-05T10:00:00Z',
        now: '2031-03-05T10:00:59.999Z',
      }),
    ).toEqual({ latest: '2031-03-05T10:00:00.000Z', skipped: 0 })
  })

  it('should count what passed before the newest one', async () => {
    expect(
      await pass({ cron: '* * * * *', from: '2031-03-05T10:00:00Z', now: '2031-03-05T10:07:00Z' }),
    ).toEqual({ latest: '2031-03-05T10:07:00.000Z', skipped: 7 })
  })

  it('should stop counting after a day of minutes, and find the newest all the same', async () => {
    expect(
      await pass({ cron: '* * * * *', from: '2030-01-01T00:00:00Z', now: '2031-03-05T10:07:30Z' }),
    ).toEqual({ latest: '2031-03-05T10:07:00.000Z', skipped: MOST_COUNTED })
    expect(
      await pass({
        cron: '* * 1,2 * *',
        from: '2030-01-01T00:00:00Z',
        now: '2031-03-20T10:07:30Z',
      }),
    ).toEqual({ latest: '2031-03-02T23:59:00.000Z', skipped: MOST_COUNTED })
    expect(
      await pass({ cron: '* * * * *', from: '2030-01-01T00:00:00Z', now: '2031-03-05T10:07:00Z' }),
    ).toEqual({ latest: '2031-03-05T10:07:00.000Z', skipped: MOST_COUNTED })
  })
})

describe('createPassedFinder', () => {
  it('should give every schedule its own, and work out once what is the same', async () => {
    const find = createPassedFinder()
    const from = new Date('2031-03-05T10:00:00Z')
    const now = new Date('2031-03-05T10:07:00.100Z')
    const same = { from, now, timing: cronTiming('*/2 * * * *') }
    const later = { ...same, now: new Date('2031-03-05T10:07:59.999Z') }
    const others = [
      { ...same, from: new Date('2031-03-05T10:02:00Z') },
      { ...same, now: new Date('2031-03-05T10:08:00Z') },
      { ...same, timing: cronTiming('*/3 * * * *') },
      { ...same, timing: cronTiming('*/2 * * * *', 'Asia/Kathmandu') },
    ]

    const first = await find(same)
    expect(await find(later)).toBe(first)
    for (const args of [same, ...others]) {
      expect(await find(args)).toEqual(await findPassedSlots(args))
    }
  })
})

describe('any schedule', () => {
  const ATTEMPTS = toCount({ long: 5000, short: 100 })
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
  ]
  const CRONS = [
    '* * * * *',
    '*/7 * * * *',
    '30 1,2 * * *',
    '0,30 2 * * *',
    '0,30 * * * *',
    '17 * * * *',
    '30 1 * * *',
    '30 2 * * *',
    '0 */3 * * *',
    '15 2 * * 0',
    '*/20 1-4 * * 6,0',
    '0 3 1 * *',
    '0 3 L * *',
  ]
  /** Around which something happens to a clock. */
  const CHANGES = ['2031-03-30T01:00:00Z', '2031-10-26T01:00:00Z', '2031-04-05T15:00:00Z']

  it(
    `should go forward only, and agree about what passed (seed ${SEED})`,
    { timeout: 600_000 },
    async () => {
      const random = createRandom(SEED)
      const pick = <TItem>(items: readonly TItem[]): TItem =>
        items[Math.floor(random() * items.length)]!
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const cron = pick(CRONS)
        const timing = cronTiming(cron, pick(ZONES))
        const after = new Date(Date.parse(pick(CHANGES)) - Math.round(random() * 20) * HOUR_MS)
        const slots = findNextSlots({ after, count: 2 + Math.floor(random() * 60), timing })
        const [first] = slots
        const name = JSON.stringify({ after, cron, timezone: timing.timezone })

        expect(first, name).toBeDefined()
        slots.slice(1).forEach((slot, index) => {
          expect(slot.getTime(), name).toBeGreaterThan(slots[index]!.getTime())
          // From wherever between the two it is asked.
          const between =
            slots[index]!.getTime() + random() * (slot.getTime() - slots[index]!.getTime())
          expect(findNextSlot({ after: new Date(Math.floor(between)), timing }), name).toEqual(slot)
        })
        const last = slots.at(-1)!
        const now = new Date(last.getTime() + Math.floor(random() * MINUTE_MS))
        expect(await findPassedSlots({ from: first!, now, timing }), name).toEqual({
          latest: last,
          skipped: slots.length - 1,
        })
        expect(findLatestSlot({ from: first!, now, timing }), name).toEqual(last)
      }
    },
  )
})
