import type { PayloadRequest } from 'payload'

import type { NoticeName, Severity } from '../../run/notices/Notice.js'
import type { Run } from '../../run/Run.js'
import type { Sync } from '../Sync.js'

import { addEvent } from '../../store/events/addEvent.js'
import { findUsualDuration } from '../../store/notices/findUsualDuration.js'
import { findFailures } from '../../store/states/findFailures.js'
import { toRunStream } from './changes.js'
import { isHeard, NOTICE_STREAM, tellNotice } from './tellNotice.js'

type TellRunNoticesArgs = { req: PayloadRequest; run: Run; sync: Sync }

/** Below this many records a share says nothing. */
const FEW_RECORDS = 10

/** A run that took less than this longer than usual is not slow, however short the others were. */
const SLOW_MS = 1000

/** Failures of which nobody but a person can mend the cause. */
const CRITICAL_CODES: readonly string[] = ['ACCESS_DENIED', 'CREDENTIALS_REFUSED']

type Told = {
  name: NoticeName
  severity: Severity
  values?: Record<string, number | string>
}

/**
 * Writes down what people are to be told of a run that has ended, in the transaction that ends it,
 * before the state of its resource says so. Nothing of one that a person stopped.
 */
export const tellRunNotices = async ({ req, run, sync }: TellRunNoticesArgs): Promise<void> => {
  const { clock, database, notices, subscribers } = sync
  const { id, attempt, connection, counts, error, provider, resource } = run
  const group = toRunStream(id)
  const told = run.status === 'cancelled' ? [] : await listTold({ req, run, sync })
  for (const { name, severity, values } of told) {
    await tellNotice({
      notice: {
        name,
        // A run that is retried ends once more.
        cause: `${name}/${group}/${attempt}/${clock.now().getTime()}`,
        connection,
        group: name === 'recovered' ? `${group}/recovered` : group,
        link: { id, of: 'run' },
        provider,
        resource,
        severity,
        values: {
          code: error?.code ?? '',
          created: counts.created,
          fetched: counts.fetched,
          invalid: counts.invalid,
          mode: run.mode,
          reason: error?.message ?? '',
          updated: counts.updated,
          ...values,
        },
      },
      req,
      sync,
    })
  }
  if (notices.channels.size > 0 && counts.conflicts + counts.invalid + counts.missing > 0) {
    await addEvent({
      database,
      event: { name: 'notices:gathered', cause: null, data: { group }, stream: NOTICE_STREAM },
      req,
      subscribers,
    })
  }
}

const listTold = async ({ req, run, sync }: TellRunNoticesArgs): Promise<Told[]> => {
  const { error, status } = run
  const severity: Severity = CRITICAL_CODES.includes(error?.code ?? '') ? 'critical' : 'warning'
  const more = [...judgeErrors({ run, sync }), ...(await judgeDuration({ req, run, sync }))]
  if (status === 'partial') {
    return [{ name: 'run:partial', severity }, ...more]
  }
  const { database } = sync
  const before = await findFailures({ database, req, run })
  if (status === 'completed') {
    return [
      { name: 'run:completed', severity: 'info' },
      ...(before > 0
        ? [{ name: 'recovered', severity: 'info', values: { failures: before } } satisfies Told]
        : []),
      ...more,
    ]
  }
  const failures = before + 1
  return [
    { name: 'run:failed', severity, values: { failures } },
    ...(sync.notices.failures.has(failures)
      ? [{ name: 'failures:repeated', severity: 'critical', values: { failures } } satisfies Told]
      : []),
    ...more,
  ]
}

type JudgeArgs = Pick<TellRunNoticesArgs, 'run' | 'sync'>

const judgeErrors = ({
  run: {
    counts: { fetched, invalid },
  },
  sync: { notices },
}: JudgeArgs): Told[] =>
  fetched >= FEW_RECORDS && invalid / fetched >= notices.errorShare
    ? [
        {
          name: 'errors:high',
          severity: 'warning',
          values: { share: Math.round((invalid / fetched) * 100) },
        },
      ]
    : []

const judgeDuration = async ({ req, run, sync }: TellRunNoticesArgs): Promise<Told[]> => {
  const { finishedAt, startedAt, status } = run
  if (
    startedAt === null ||
    finishedAt === null ||
    status === 'failed' ||
    !isHeard({ name: 'run:slow', sync })
  ) {
    return []
  }
  const duration = Date.parse(finishedAt) - Date.parse(startedAt)
  const usual = await findUsualDuration({ database: sync.database, req, run })
  return usual !== undefined &&
    duration > usual * sync.notices.slowFactor &&
    duration - usual >= SLOW_MS
    ? [{ name: 'run:slow', severity: 'warning', values: { duration, usual: Math.round(usual) } }]
    : []
}
