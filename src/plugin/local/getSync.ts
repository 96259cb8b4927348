import type { Payload, PayloadRequest } from 'payload'

import type { Provider } from '../../sdk/index.js'
import type { Initiator } from '../../sync/run/Run.js'
import type { SyncApi } from './SyncApi.js'

import { listIssues } from '../../sync/operations/issues/listIssues.js'
import { fixRecord } from '../../sync/operations/issues/quarantine/fixRecord.js'
import { getQuarantined } from '../../sync/operations/issues/quarantine/getQuarantined.js'
import { ignoreRecords } from '../../sync/operations/issues/quarantine/ignoreRecords.js'
import { retryRecords } from '../../sync/operations/issues/quarantine/retryRecords.js'
import { confirmAbsence } from '../../sync/operations/records/absence/confirmAbsence.js'
import { listDeleted } from '../../sync/operations/records/deleted/listDeleted.js'
import { restoreRecord } from '../../sync/operations/records/deleted/restoreRecord.js'
import { decideConflicts } from '../../sync/operations/records/edit/decideConflicts.js'
import { lockFields } from '../../sync/operations/records/edit/lockFields.js'
import { unlockFields } from '../../sync/operations/records/edit/unlockFields.js'
import { getRecordReport } from '../../sync/operations/records/getRecordReport.js'
import { refreshRecord } from '../../sync/operations/records/refreshRecord.js'
import { cancelRun } from '../../sync/operations/runs/cancelRun.js'
import { retryRun } from '../../sync/operations/runs/retryRun.js'
import { startRun } from '../../sync/operations/runs/startRun.js'
import { getStatus } from '../../sync/operations/status/getStatus.js'
import { findAccess } from '../options/findAccess.js'
import { createScheduleApi } from './createScheduleApi.js'
import { requireAccess } from './requireAccess.js'

const ISSUES_PER_PAGE = 10

/**
 * The sync of a project, for its own code: hooks, jobs, server actions, scripts. Give it the type of
 * the providers, and it takes no other names than theirs: `getSync<typeof providers>(payload)`.
 *
 * Like Payload's Local API it allows everything, unless it is given a `req`: then the user of that
 * request needs what the REST routes ask for (`access` in the options).
 *
 * @throws Error when the project's config does not have the plugin, switched on. Every function
 * throws Payload's `UnauthorizedError` for a `req` without a user, and `Forbidden` for a user who
 * may not
 */
export const getSync = <TProviders extends readonly Provider[] = readonly Provider[]>(
  payload: Payload,
): SyncApi<TProviders> => {
  const access = findAccess(payload)
  if (!access) {
    throw new Error(
      'This Payload config does not have syncPlugin() among its plugins, switched on.',
    )
  }
  const api: SyncApi = {
    ...createScheduleApi({ access, payload, toPerson }),
    cancelRun: async ({ req, runId }) => {
      const sight = await requireAccess({ access, req, to: 'trigger' })
      return await cancelRun({ payload, runId, sight })
    },
    confirmAbsence: async (args) => {
      await requireAccess({ access, req: args.req, to: 'manage' })
      return await confirmAbsence({ ...args, payload })
    },
    decide: async (args) => {
      await requireAccess({ access, req: args.req, to: 'view' })
      return await decideConflicts({ ...args, payload })
    },
    deleted: async ({ limit = ISSUES_PER_PAGE, page = 1, req, ...filter } = {}) => {
      await requireAccess({ access, req, to: 'view' })
      return await listDeleted({ filter, limit, page, payload })
    },
    fixRecord: async (args) => {
      await requireAccess({ access, req: args.req, to: 'view' })
      return await fixRecord({ ...args, payload })
    },
    ignoreRecords: async (args) => {
      await requireAccess({ access, req: args.req, to: 'manage' })
      return await ignoreRecords({ ...args, payload })
    },
    issues: async ({ limit = ISSUES_PER_PAGE, page = 1, req, status = 'open', ...filter } = {}) => {
      await requireAccess({ access, req, to: 'view' })
      return await listIssues({ filter: { ...filter, status }, limit, page, payload, req })
    },
    lock: async (args) => {
      await requireAccess({ access, req: args.req, to: 'view' })
      return await lockFields({ ...args, payload })
    },
    quarantined: async (args) => {
      await requireAccess({ access, req: args.req, to: 'view' })
      return await getQuarantined({ ...args, payload })
    },
    record: async ({ req, ...asked }) => {
      await requireAccess({ access, req, to: 'view' })
      return await getRecordReport({ ...asked, payload })
    },
    refresh: async ({ req, ...asked }) => {
      const sight = await requireAccess({ access, req, to: 'trigger' })
      return await refreshRecord({ ...asked, payload, person: toPerson(req), sight })
    },
    restore: async (args) => {
      await requireAccess({ access, req: args.req, to: 'view' })
      return await restoreRecord({ ...args, payload })
    },
    retryRecords: async (args) => {
      const sight = await requireAccess({ access, req: args.req, to: 'trigger' })
      return await retryRecords({ ...args, payload, person: toPerson(args.req), sight })
    },
    retryRun: async ({ req, runId }) => {
      const sight = await requireAccess({ access, req, to: 'trigger' })
      return await retryRun({ initiatedBy: toPerson(req), payload, runId, sight })
    },
    startRun: async ({ mode = 'full', req, ...work }) => {
      const sight = await requireAccess({ access, req, to: 'trigger' })
      const initiatedBy = toPerson(req)
      return await startRun({ ...work, initiatedBy, mode, payload, sight, trigger: 'api' })
    },
    status: async ({ req } = {}) => {
      const sight = await requireAccess({ access, req, to: 'view' })
      return await getStatus({ payload, sight })
    },
    unlock: async (args) => {
      await requireAccess({ access, req: args.req, to: 'view' })
      return await unlockFields({ ...args, payload })
    },
  }
  // The names are those of the config, which only the caller knows by type.
  return api as unknown as SyncApi<TProviders>
}

const toPerson = (req: PayloadRequest | undefined): Initiator | null =>
  req?.user ? { id: req.user.id, collection: req.user.collection } : null
