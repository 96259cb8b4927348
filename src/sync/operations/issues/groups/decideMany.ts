import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Counts, Initiator, Run, Trigger } from '../../../run/Run.js'
import type { DecidableRecord } from '../../../store/records/conflicts/findDecidable.js'
import type { Decision } from '../../records/edit/decideConflicts.js'

import { DEFAULT_CONNECTION } from '../../../../sdk/connections/Connection.js'
import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { describeError, RefusedError } from '../../../../shared/errors/index.js'
import { loadSync } from '../../../engine/Sync.js'
import { getProvider } from '../../../engine/work/getProvider.js'
import { getResource } from '../../../engine/work/getResource.js'
import { DECIDE_MODE } from '../../../run/Run.js'
import { findDecidable } from '../../../store/records/conflicts/findDecidable.js'
import { findRecordOrigin } from '../../../store/records/findRecordOrigin.js'
import { addDecisions, noteDecisions } from '../../../store/runs/write/noteDecisions.js'
import { decideConflicts } from '../../records/edit/decideConflicts.js'
import { getRun } from '../../runs/getRun.js'

export type DecideManyArgs = {
  decision: Decision
  /** @default all with such a conflict */
  externalIds?: readonly string[] | undefined
  /** Paths; of a list all its rows are meant. */
  fields: readonly string[]
  /** What an earlier call returned, to go on with the same run. */
  goOn?: { after: string; runId: Run['id'] } | undefined
  /** How long to go on before answering. @default 8000 */
  limitMs?: number
  payload: Payload
  provider: string
  /** Of the person who decides, whose access to each document counts. @default nobody's */
  req?: PayloadRequest | undefined
  resource: string
  sight?: Sight
  trigger: Trigger
}

export type DecidedMany = {
  /** Behind which to go on; `null` when all were decided. */
  after: null | string
  /** Records of the whole run so far. */
  decided: number
  /** Records of this call that could not be decided, and why. */
  failed: { externalId: string; message: string }[]
  /** The run that says who decided what; `null` where there was nothing to decide. */
  runId: null | Run['id']
}

const CHUNK = 50

/**
 * Decides the conflicts of many records in some fields, each by `decideConflicts`. All of it is one
 * run of the mode `decide` in the log. What takes longer than `limitMs` is gone on with by another
 * call: so no request takes long, and what was decided is known at any moment.
 *
 * @throws RefusedError for names nobody knows, `UNKNOWN_RUN` to go on with a run of somebody else
 */
export const decideMany = async ({
  decision,
  externalIds,
  fields,
  goOn,
  limitMs = 8000,
  payload,
  provider: providerName,
  req,
  resource,
  sight = 'all',
  trigger,
}: DecideManyArgs): Promise<DecidedMany> => {
  const sync = await loadSync({ payload })
  const { clock, database } = sync
  const providers = limitProviders({ providers: sync.providers, sight })
  const provider = getProvider({ provider: providerName, providers })
  getResource({ name: resource, provider })
  const person = req?.user ? { id: req.user.id, collection: req.user.collection } : null
  const about = { provider: providerName, resource }
  const find = (after: string | undefined) =>
    findDecidable({ ...about, after, database, externalIds, fields, limit: CHUNK, sight })

  const until = clock.now().getTime() + limitMs
  let after: string | undefined = goOn?.after
  let chunk = await find(after)
  if (chunk.length === 0 && !goOn) {
    return { after: null, decided: 0, failed: [], runId: null }
  }
  const run = goOn
    ? await getOwnRun({ payload, person, runId: goOn.runId, sight })
    : await noteDecisions({
        ...about,
        connection: await findConnection({ ...about, chunk, database }),
        database,
        initiatedBy: person,
        label: `${fields.join(', ')}: ${decision}`,
        now: clock.now(),
        trigger,
      })
  const counts: Counts = { ...run.counts }
  const failed: DecidedMany['failed'] = []
  let isLate = false
  while (chunk.length > 0 && !isLate) {
    for (const { externalId, fields: paths } of chunk) {
      counts.fetched += 1
      try {
        await decideConflicts({
          ...about,
          decision,
          externalId,
          fields: paths,
          payload,
          req,
          sight,
        })
        counts[decision === 'theirs' ? 'updated' : 'unchanged'] += 1
      } catch (error) {
        counts.deferred += 1
        failed.push({ externalId, message: describeError(error) })
      }
      after = externalId
      isLate = clock.now().getTime() >= until
      if (isLate) {
        break
      }
    }
    chunk = isLate ? await find(after) : chunk.length < CHUNK ? [] : await find(after)
  }
  const [first] = failed
  await addDecisions({
    counts,
    database,
    error: first
      ? {
          code: 'NOT_DECIDED',
          message: `${counts.deferred} could not be decided. ${first.externalId}: ${first.message}`,
        }
      : run.error,
    now: clock.now(),
    runId: run.id,
  })
  return {
    after: chunk.length > 0 && after !== undefined ? after : null,
    decided: counts.updated + counts.unchanged,
    failed,
    runId: run.id,
  }
}

type FindConnectionArgs = {
  chunk: readonly DecidableRecord[]
  database: Parameters<typeof findRecordOrigin>[0]['database']
  provider: string
  resource: string
}

/** That the first of them came with, so that whoever may not know of it does not see the run. */
const findConnection = async ({ chunk, ...about }: FindConnectionArgs): Promise<string> => {
  const [first] = chunk
  const origin = first && (await findRecordOrigin({ ...about, externalId: first.externalId }))
  return origin?.connection ?? DEFAULT_CONNECTION
}

type GetOwnRunArgs = {
  payload: Payload
  person: Initiator | null
  runId: Run['id']
  sight: Sight
}

const getOwnRun = async ({ payload, person, runId, sight }: GetOwnRunArgs): Promise<Run> => {
  const run = await getRun({ payload, runId, sight })
  const isOwn =
    run.mode === DECIDE_MODE &&
    run.initiatedBy?.collection === person?.collection &&
    String(run.initiatedBy?.id) === String(person?.id)
  if (!isOwn) {
    throw new RefusedError({
      code: 'UNKNOWN_RUN',
      message: `There is no run ${runId} in which you decide.`,
    })
  }
  return run
}
