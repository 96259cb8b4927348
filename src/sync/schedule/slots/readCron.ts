import { Cron } from 'croner'

type ReadCronArgs = {
  /** Five fields. */
  cron: string
  timezone: string
}

/**
 * What a cron expression means. Lists and ranges of hours count as fixed times, as in other crons:
 * without that rule `0,30 2 * * *` would not fire on the day that has no 02:00, and `30 1,2 * * *`
 * would fire twice in the hour that comes twice.
 *
 * @throws for an expression that is none
 */
export const readCron = ({ cron, timezone }: ReadCronArgs): Cron =>
  new Cron(cron, {
    fixedTimeRule: 'no-wildcard',
    mode: '5-part',
    // `5/15` is stored by some as "from the fifth minute on".
    sloppyRanges: true,
    timezone,
  })
