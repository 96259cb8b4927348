import type { PayloadRequest } from 'payload'

import type { NoticeName, Severity } from '../../../run/notices/Notice.js'
import type { Schedule, ScheduledWork } from '../../../schedule/Schedule.js'
import type { Clash } from '../../../scheduler/clashes/Clash.js'

import { tellNotice } from '../../../engine/events/tellNotice.js'
import { getSync } from '../../../engine/Sync.js'
import { describeClash } from '../../../scheduler/clashes/describeClash.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { getNames } from '../../getNames.js'

type Saved = {
  enabled?: boolean | null
  id: null | Schedule['id']
  nextSlotAt?: null | string
} & ScheduledWork

type TellArgs = {
  name: NoticeName
  req: PayloadRequest
  schedule: Saved
  severity?: Severity
  values?: Record<string, string>
}

const tell = async ({
  name,
  req,
  schedule,
  severity = 'info',
  values,
}: TellArgs): Promise<void> => {
  const sync = getSync(req.payload)
  const { id, connection, nextSlotAt, provider, resource } = schedule
  const write = async (within: PayloadRequest): Promise<void> =>
    await tellNotice({
      notice: {
        name,
        connection,
        link: id === null ? { of: 'overview' } : { id, of: 'schedule' },
        provider,
        resource,
        severity,
        values: {
          at: nextSlotAt ?? '',
          mode: schedule.mode,
          who: toName(req),
          ...values,
        },
      },
      req: within,
      sync,
    })
  await ((await req.transactionID) === undefined
    ? inTransaction({ database: sync.database, work: write })
    : write(req))
}

const toName = ({ user }: PayloadRequest): string => {
  const { id, email, username } = (user ?? {}) as Record<string, null | number | string | undefined>
  return String(email ?? username ?? id ?? '')
}

type TellSavedArgs = {
  /** As it was; `null` for a new one. */
  before: null | Pick<Saved, 'enabled'>
  /** What speaks against it, as it is now. */
  clashes: readonly Clash[]
  req: PayloadRequest
  schedule: Saved
}

/** Writes down what people are told of a schedule that was saved, in the transaction of the save. */
export const tellSaved = async ({
  before,
  clashes,
  req,
  schedule,
}: TellSavedArgs): Promise<void> => {
  const isPaused = before?.enabled === true && schedule.enabled !== true
  const name = before ? (isPaused ? 'schedule:paused' : 'schedule:updated') : 'schedule:created'
  await tell({ name, req, schedule })
  await tellClashed({ clashes, req, schedule })
}

type TellClashedArgs = Omit<TellSavedArgs, 'before'>

/** Writes down what speaks against a schedule, whether it was saved or refused. */
export const tellClashed = async ({ clashes, req, schedule }: TellClashedArgs): Promise<void> => {
  if (clashes.length > 0) {
    const names = getNames(req.payload)
    const reason = clashes.map((clash) => describeClash({ clash, names })).join(' ')
    await tell({
      name: 'schedule:conflict',
      req,
      schedule,
      severity: 'warning',
      values: { reason },
    })
  }
}

/** Writes down that a schedule was deleted, in the transaction that deletes it. */
export const tellDeleted = async ({
  req,
  schedule,
}: Pick<TellSavedArgs, 'req' | 'schedule'>): Promise<void> => {
  await tell({ name: 'schedule:deleted', req, schedule: { ...schedule, nextSlotAt: null } })
}
