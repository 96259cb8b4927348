import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Run } from '../../run/Run.js'
import type { RunIssue } from '../../store/issues/findRunIssues.js'
import type { RunRecord } from '../../store/records/findRunRecords.js'
import type { RunDetails } from '../../store/runs/read/findRunDetails.js'

import { describeWrites, type WritePath } from '../../engine/direct/describeWrites.js'
import { getSync } from '../../engine/Sync.js'
import { findRunIssues } from '../../store/issues/findRunIssues.js'
import { findRunRecords } from '../../store/records/findRunRecords.js'
import { findRunDetails } from '../../store/runs/read/findRunDetails.js'
import { getRun } from './getRun.js'

export type ScopeReport = {
  key: string
  label: string
  /** Why it could not be read; only of a failed one. */
  reason?: string
  state: 'current' | 'done' | 'failed' | 'waiting'
}

export type RunReport = {
  details: Omit<RunDetails, 'plan'>
  /** Ten at most, and how many there are. */
  issues: { docs: RunIssue[]; total: number }
  records: { docs: RunRecord[]; page: number; pages: number; total: number }
  run: Run
  /** Failed ones first, a hundred at most. */
  scopes: ScopeReport[]
  /** How many scopes there are in all. */
  scopesTotal: number
  /** How many pages each way gave that its provider has; empty where it has but one. */
  ways: Readonly<Record<string, number>>
  /** How its documents are written; `null` where the resource is not there any more. */
  writes: null | WritePath
}

const ISSUES = 10
const RECORDS_PER_PAGE = 20
const SCOPES = 100

type GetRunReportArgs = {
  /** Of the records, from 1. @default 1 */
  page?: number
  payload: Payload
  runId: Run['id']
  /** A run of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/**
 * Everything there is to know of one run.
 *
 * @throws RefusedError when there is none of that id
 */
export const getRunReport = async ({
  page = 1,
  payload,
  runId,
  sight,
}: GetRunReportArgs): Promise<RunReport> => {
  const { database } = getSync(payload)
  const { failedScopes, scopes: labels, ways, ...run } = await getRun({ payload, runId, sight })
  const [{ plan, ...details }, issues, records] = await Promise.all([
    findRunDetails({ database, runId }),
    findRunIssues({ database, limit: ISSUES, runId }),
    findRunRecords({ database, limit: RECORDS_PER_PAGE, page, runId }),
  ])
  const reasons = new Map(failedScopes.map(({ key, message }) => [key, message]))
  const scopes = (plan ?? []).map(({ key, label }, index): ScopeReport => {
    const reason = reasons.get(key)
    return {
      key,
      label,
      ...(reason !== undefined && { reason }),
      state: reason === undefined ? toState({ details, index, run }) : 'failed',
    }
  })
  return {
    details,
    issues,
    records: {
      ...records,
      page,
      pages: Math.max(1, Math.ceil(records.total / RECORDS_PER_PAGE)),
    },
    run,
    scopes: scopes.toSorted((a, b) => rank(a) - rank(b)).slice(0, SCOPES),
    scopesTotal: labels.length,
    ways,
    writes: findWrites({ payload, run }),
  }
}

const findWrites = ({ payload, run }: { payload: Payload; run: Run }): null | WritePath => {
  const { providers, rulesOf, slugOf } = getSync(payload)
  const provider = providers.get(run.provider)
  const resource = provider?.resources.get(run.resource)
  return provider && resource
    ? describeWrites({
        collection: slugOf({ collection: resource.collection, provider }),
        payload,
        rules: rulesOf({ provider: run.provider, resource: run.resource }),
      })
    : null
}

type ToStateArgs = { details: Pick<RunDetails, 'checkpoint'>; index: number; run: Run }

const toState = ({ details: { checkpoint }, index, run }: ToStateArgs): ScopeReport['state'] => {
  const at = checkpoint?.scope ?? 0
  if (index < at) {
    return 'done'
  }
  return index === at && run.status === 'running' ? 'current' : 'waiting'
}

const rank = ({ state }: ScopeReport): number => (state === 'failed' ? 0 : 1)
