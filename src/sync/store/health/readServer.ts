import type { DatabasePool } from '../Database.js'

export type DatabaseServer = {
  /** Milliseconds by which the database's clock is ahead of `now`; negative when it is behind. */
  aheadMs: number
  /** `17.2` */
  version: string
  /** 17 */
  versionMajor: number
}

type ReadServerArgs = {
  /** This process's time. */
  now: () => Date
  pool: DatabasePool
}

/** The database's version and time. */
export const readServer = async ({ now, pool }: ReadServerArgs): Promise<DatabaseServer> => {
  const asked = now().getTime()
  const { rows } = await pool.query<{ moment: string; version: string; version_number: string }>(
    `select
      (extract(epoch from clock_timestamp()) * 1000)::text as moment,
      current_setting('server_version') as version,
      current_setting('server_version_num') as version_number`,
  )
  const answered = now().getTime()
  const { moment, version, version_number: versionNumber } = rows[0]!
  return {
    // The answer was given somewhere between the two.
    aheadMs: Math.round(Number(moment) - (asked + answered) / 2),
    version,
    versionMajor: Math.floor(Number(versionNumber) / 10_000),
  }
}
