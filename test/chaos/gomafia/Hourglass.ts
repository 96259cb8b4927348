import type { Payload } from 'payload'

import type { Clock } from '../../../dev/emulator/world/createClock.js'
import type { WorkerProcess } from '../processes/startWorkerProcess.js'

import { getAdapter } from '../../../src/sync/store/Database.js'

/** What a worker says when one of its runs has to wait: how many do, and since which turn. */
export const NAPS = 'Naps.'

/**
 * In the first place that the database looks at for the function. What has passed is in a schema that
 * Payload does not want to drop.
 */
const OWN_TIME = `
  create schema hourglass;
  create table hourglass.passed (ms bigint);
  insert into hourglass.passed values (0);
  create function public.clock_timestamp() returns timestamptz language sql volatile as $$
    select pg_catalog.clock_timestamp() + ms * interval '1 millisecond' from hourglass.passed
  $$;
`

/** Looks without a change after which what is on its way never left a process that was killed. */
const PATIENCE = 250

type CreateHourglassArgs = {
  /** Requests that have arrived so far. */
  arrived: () => number
  /** The time by which requests are counted. */
  clock: Clock
  /** Requests that have arrived and get no answer. */
  hung: () => number
  payload: Payload
  /** How much passes at a turn, in milliseconds. */
  stepMs: number
  workers: readonly WorkerProcess[]
}

/**
 * The time of a database, which quotas are counted by, in the hands of a test. It passes only while
 * everybody who works has to wait for it: nobody gets more of it than who sleeps.
 */
export type Hourglass = {
  /** Lets time pass if all of them wait. */
  look: () => Promise<void>
}

/** Everybody who connects to the project's database from now on lives by the test's time. */
export const prepareHourglass = async (payload: Payload): Promise<void> => {
  const { pool } = getAdapter(payload)
  await pool.query(OWN_TIME)
  await pool.query(
    `do $$ begin
      execute format('alter database %I set search_path = public, pg_catalog', current_database());
    end $$`,
  )
}

export const createHourglass = ({
  arrived,
  clock,
  hung,
  payload,
  stepMs,
  workers,
}: CreateHourglassArgs): Hourglass => {
  const { pool } = getAdapter(payload)
  let turn = 0
  let looks = 0
  let lost = 0
  let last = ''

  const countNaps = (): number =>
    workers
      .filter(({ isAlive }) => isAlive())
      .map(({ lines }) => lines.findLast(({ msg }) => msg === NAPS))
      .reduce((sum, line) => sum + (line?.turn === turn ? Number(line.naps) : 0), 0)

  return {
    look: async () => {
      const { rows } = await pool.query<{ granted: string; running: string }>(
        `select (select coalesce(max(ticket), 0) from sync_quotas) as granted,
          (select count(*) from sync_logs where status = 'running') as running`,
      )
      const [{ granted, running } = { granted: 0, running: 0 }] = rows
      const onTheirWay = Number(granted) - arrived() - lost
      const isStill = last === `${granted} ${onTheirWay}`
      last = `${granted} ${onTheirWay}`
      looks = isStill && onTheirWay > 0 ? looks + 1 : 0
      if (looks > PATIENCE) {
        lost += onTheirWay
      } else if (
        onTheirWay === 0 &&
        Number(running) > 0 &&
        countNaps() === Number(running) - hung()
      ) {
        turn += 1
        clock.advance(stepMs)
        await pool.query('update hourglass.passed set ms = ms + $1', [stepMs])
        workers.forEach(({ tell }) => tell(String(turn)))
      }
    },
  }
}
