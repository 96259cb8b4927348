import type { PayloadRequest } from 'payload'

import { eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Names } from '../../../sdk/names/Names.js'
import type { ConfigSchedule } from '../../schedule/ConfigSchedule.js'
import type { ConfigVersion } from '../../schedule/ConfigVersion.js'
import type { Schedule, ScheduleSettings } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'
import type { SeenBy } from './seenBy.js'

import { toEnglishNames } from '../../../sdk/names/toEnglishNames.js'
import { createTurns } from '../../../shared/createTurns.js'
import { hash } from '../../../shared/hash.js'
import { hasSameSlots } from '../../schedule/slots/hasSameSlots.js'
import { findNextSlot } from '../../schedule/slots/slots.js'
import { inTransaction } from '../inTransaction.js'
import { lockTransaction } from '../locks/lockTransaction.js'
import { isDeployedAnywhere, isOutdated, isSuperseded, NO_SCHEDULE, noteSeen } from './seenBy.js'
import { scheduleColumns, toSchedule } from './toSchedule.js'

/** Rows of one statement. To put it together takes a while, and others have to wait for that. */
const MOST_INSERTED = 25

type SeedSchedulesArgs = {
  database: Database
  /** @default what the code calls things, in words */
  names?: Names
  now: Date
  schedules: readonly ConfigSchedule[]
  /** @default one that cannot be compared */
  version?: ConfigVersion
}

/**
 * Brings the schedules of the config to the database, and notes that this config is deployed. A
 * person's changes to one stay, also when the config changes what they were made from. A config
 * leaves everything as it is where a newer version of it was seen lately. Of others that are
 * deployed at the same time the one that came last is in force; a schedule that none of them has is
 * retired, and what older versions have counts for nothing.
 */
export const seedSchedules = async ({
  database,
  names = toEnglishNames(new Map()),
  now,
  schedules,
  version,
}: SeedSchedulesArgs): Promise<void> => {
  await inTransaction({
    database,
    work: async (req) => {
      // Hosts that start together would both insert what neither has seen.
      await lockTransaction({ database, key: 'seedSchedules', req })
      const stored = await findOfConfig({ database, req })
      if (isSuperseded({ notes: stored.map(({ seenBy }) => seenBy), now, version })) {
        return
      }
      const known = new Map(stored.map((row) => [row.schedule.key, row]))
      const wanted = new Set(schedules.map(({ key }) => key))
      const table = database.table('syncSchedules')
      const session = await database.session(req)
      const moment = now.toISOString()

      const added = schedules.filter(({ key }) => !known.has(key))
      for (let start = 0; start < added.length; start += MOST_INSERTED) {
        await session.insert(table).values(
          added.slice(start, start + MOST_INSERTED).map((schedule) => ({
            ...toColumns({ now, schedule }),
            createdAt: moment,
            origin: 'config',
            seenBy: noteSeen({
              config: toHash(schedule),
              isNewest: true,
              now,
              seenBy: {},
              version,
            }),
            title: names.work(schedule),
            updatedAt: moment,
          })),
        )
      }
      const takeTurns = createTurns()
      for (const schedule of schedules) {
        await takeTurns()
        const row = known.get(schedule.key)
        if (!row) {
          continue
        }
        const config = toHash(schedule)
        const { defaultsHash: current, seenBy } = row
        const isChanged = current !== config || row.schedule.retiredAt !== null
        const isNewest = isChanged && !isOutdated({ config, current, now, seenBy, version })
        const seen = noteSeen({ config, isNewest, now, seenBy, version })
        if (seen) {
          await session.update(table).set({ seenBy: seen }).where(eq(table.id!, row.schedule.id))
        }
        if (isNewest) {
          const isAsItWas = hash(toSettings(row.schedule)) === row.defaultsHash
          const settings = isAsItWas ? schedule : row.schedule
          await session
            .update(table)
            .set({
              ...toColumns({ now, schedule: { ...settings, key: schedule.key } }),
              // What came due while the project was deployed stays due.
              ...(settings.enabled &&
                row.schedule.nextSlotAt &&
                hasSameSlots(settings, row.schedule) && { nextSlotAt: row.schedule.nextSlotAt }),
              defaults: toSettings(schedule),
              retiredAt: null,
              title: names.work(settings),
              updatedAt: moment,
            })
            .where(eq(table.id!, row.schedule.id))
        }
      }
      const retired = stored
        .filter(
          ({ schedule: { key, retiredAt }, seenBy }) =>
            !wanted.has(key ?? '') && !retiredAt && !isDeployedAnywhere({ now, seenBy, version }),
        )
        .map(({ schedule }) => schedule.id)
      if (retired.length > 0) {
        await session
          .update(table)
          .set({ nextSlotAt: null, retiredAt: moment, updatedAt: moment })
          .where(inArray(table.id!, retired))
      }
      // Without a schedule of its own, its version stands beside those of others.
      for (const { schedule, seenBy } of schedules.length === 0 && version !== undefined
        ? stored
        : []) {
        const config = NO_SCHEDULE
        const seen = noteSeen({ config, isNewest: false, now, seenBy, version })
        if (seen) {
          await session.update(table).set({ seenBy: seen }).where(eq(table.id!, schedule.id))
        }
      }
    },
  })
}

type ConfigRow = { defaultsHash: string; schedule: Schedule; seenBy: SeenBy }

const findOfConfig = async ({
  database,
  req,
}: {
  database: Database
  req: PayloadRequest
}): Promise<ConfigRow[]> => {
  const table = database.table('syncSchedules')
  const session = await database.session(req)
  const rows = await session
    .select({ ...scheduleColumns(database), defaults: table.defaults!, seenBy: table.seenBy! })
    .from(table)
    .where(eq(table.origin!, 'config'))
  return rows.map((row) => ({
    defaultsHash: hash(row.defaults ?? null),
    schedule: toSchedule(row),
    seenBy: (row.seenBy as null | SeenBy) ?? {},
  }))
}

/** What a person may change, each once. */
const SETTINGS: Readonly<Record<keyof ScheduleSettings, true>> = {
  catchUp: true,
  connection: true,
  cron: true,
  enabled: true,
  frequency: true,
  hour: true,
  minute: true,
  mode: true,
  monthDay: true,
  note: true,
  priority: true,
  provider: true,
  resource: true,
  timezone: true,
  weekday: true,
}

/** Only the settings, in the shape that two of them are compared in. */
const toSettings = (schedule: ScheduleSettings): ScheduleSettings =>
  Object.fromEntries(
    Object.entries(schedule).filter(([name]) => name in SETTINGS),
  ) as ScheduleSettings

const toHash = (schedule: ScheduleSettings): string => hash(toSettings(schedule))

const toColumns = ({ now, schedule }: { now: Date; schedule: ConfigSchedule }) => {
  const settings = toSettings(schedule)
  const next = settings.enabled ? findNextSlot({ after: now, timing: settings }) : undefined
  return {
    ...settings,
    defaults: settings,
    key: schedule.key,
    nextSlotAt: next?.toISOString() ?? null,
  }
}
