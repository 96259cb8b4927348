import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../../../shared/json.js'
import type { Schedule, ScheduledWork } from '../../../schedule/Schedule.js'
import type { Clash } from '../../../scheduler/clashes/Clash.js'
import type { ScheduleProblem } from '../../../store/issues/schedules/noteClashes.js'

import { getSync, loadSync } from '../../../engine/Sync.js'
import { isOn } from '../../../schedule/isOn.js'
import { describeClash } from '../../../scheduler/clashes/describeClash.js'
import { searchClashes } from '../../../scheduler/searchClashes.js'
import { findClashed, noteClashes } from '../../../store/issues/schedules/noteClashes.js'
import { findSchedules } from '../../../store/schedules/findSchedules.js'
import { getNames } from '../../getNames.js'
import { tellClashed } from './tellSaved.js'

const toProblems = ({
  clashes,
  payload,
}: {
  clashes: readonly Clash[]
  payload: PayloadRequest['payload']
}): ScheduleProblem[] => {
  const names = getNames(payload)
  return clashes.map((clash) => ({
    details: { ...clash } as unknown as JsonObject,
    kind: clash.kind,
    message: describeClash({ clash, names }),
  }))
}

type TellClashesArgs = {
  clashes: readonly Clash[]
  req: PayloadRequest
  schedule: Pick<Schedule, 'id'> & ScheduledWork
}

/** Says in issues what speaks against a schedule that was saved, in the transaction of the save. */
export const tellClashes = async ({ clashes, req, schedule }: TellClashesArgs): Promise<void> => {
  const { clock, database } = getSync(req.payload)
  const about = { database, now: clock.now(), req: await inTransactionOf(req) }
  await noteClashes({ ...about, problems: toProblems({ clashes, payload: req.payload }), schedule })
  // One of this work was taken, so that an earlier one which was refused is no matter any more.
  await noteClashes({ ...about, problems: [], schedule: { ...schedule, id: null } })
}

type TellRefusedArgs = {
  clashes: readonly Clash[]
  req: PayloadRequest
  schedule: ScheduledWork
}

/**
 * Says in issues why a schedule was refused, whatever becomes of the transaction that was to save
 * it. Where the project has so few database connections that this one could wait for that
 * transaction, nobody waits for it.
 */
export const tellRefused = async ({ clashes, req, schedule }: TellRefusedArgs): Promise<void> => {
  const { clock, database } = getSync(req.payload)
  const refused = { ...schedule, id: null }
  const note = async (): Promise<void> => {
    await noteClashes({
      database,
      now: clock.now(),
      problems: toProblems({ clashes, payload: req.payload }),
      schedule: refused,
    })
    // In a transaction of its own, because that of the save comes to nothing.
    const { user } = req
    const apart = { payload: req.payload, user } as PayloadRequest
    await tellClashed({ clashes, req: apart, schedule: refused })
  }
  const noted = note().catch((error: unknown) => {
    req.payload.logger.warn({ err: error, msg: 'Why a schedule was refused could not be noted.' })
  })
  if (getPoolSize(req) > FEW_CONNECTIONS) {
    await noted
  }
}

const FEW_CONNECTIONS = 2

const getPoolSize = ({ payload }: PayloadRequest): number =>
  (payload.db as { pool?: { options?: { max?: number } } }).pool?.options?.max ?? 0

type ForgetScheduleArgs = { id: Schedule['id']; req: PayloadRequest; work: ScheduledWork }

/** Closes the issues of a schedule that is gone. */
export const forgetClashes = async ({ id, req, work }: ForgetScheduleArgs): Promise<void> => {
  const { clock, database } = getSync(req.payload)
  const about = { database, now: clock.now(), req: await inTransactionOf(req) }
  await noteClashes({ ...about, problems: [], schedule: { ...work, id } })
}

/**
 * Looks again at the schedules that issues speak of, and closes the issues of those against which
 * nothing speaks any more. Costs a statement where there are none.
 */
export const reviewClashes = async ({ req }: { req: PayloadRequest }): Promise<void> => {
  const { payload } = req
  const within = await inTransactionOf(req)
  const { database: tables } = getSync(payload)
  const clashed = await findClashed({ database: tables, req: within })
  if (clashed.size === 0) {
    return
  }
  const sync = await loadSync({ payload, req: within })
  const { clock, database } = sync
  const all = await findSchedules({ database, req: within })
  const { clashes } = await searchClashes({ req: within, schedules: all.filter(isOn), sync })
  for (const schedule of all.filter(({ id }) => clashed.has(String(id)))) {
    const own = clashes.filter(({ schedules }) => schedules.includes(schedule.id))
    await noteClashes({
      database,
      now: clock.now(),
      problems: toProblems({ clashes: own, payload }),
      req: within,
      schedule,
    })
  }
}

const inTransactionOf = async (req: PayloadRequest): Promise<PayloadRequest | undefined> =>
  (await req.transactionID) === undefined ? undefined : req
