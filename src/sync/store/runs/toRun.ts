import type { Payload } from 'payload'

import type { Run } from '../../run/Run.js'
import type { InitiatorFields } from './initiator.js'

import { DEFAULT_PRIORITY } from '../../run/Run.js'
import { readInitiator } from './initiator.js'

/** A row of `syncLogs` as Payload's Local API returns it. */
type RunDocument = {
  error?: { code?: null | string; message?: null | string } | null
  progress?: {
    label?: null | string
    page?: null | number
    recordsDone?: null | number
    recordsTotal?: null | number
    scopesDone?: null | number
    scopesTotal?: null | number
  }
  scheduled?: {
    at?: null | string
    lateMs?: null | number
    schedule?: null | number | string
    skipped?: null | number
  } | null
} & Omit<Run, 'error' | 'initiatedBy' | 'progress' | 'scheduled'> &
  Partial<InitiatorFields>

type ToRunArgs = { document: RunDocument; payload: Payload }

/** The public face of a run's row. */
const toRun = ({ document, payload }: ToRunArgs): Run => {
  const { error, progress, scheduled } = document
  return {
    id: document.id,
    attempt: document.attempt,
    connection: document.connection,
    counts: document.counts,
    createdAt: document.createdAt,
    error: error?.code ? { code: error.code, message: error.message ?? '' } : null,
    finishedAt: document.finishedAt ?? null,
    initiatedBy: readInitiator({ fields: document, payload }),
    lane: document.lane,
    mode: document.mode,
    priority: document.priority ?? DEFAULT_PRIORITY,
    progress: {
      label: progress?.label ?? null,
      page: progress?.page ?? null,
      recordsDone: progress?.recordsDone ?? 0,
      recordsTotal: progress?.recordsTotal ?? null,
      scopesDone: progress?.scopesDone ?? 0,
      scopesTotal: progress?.scopesTotal ?? null,
    },
    provider: document.provider,
    requests: document.requests,
    resource: document.resource,
    retryAt: document.retryAt ?? null,
    scheduled: scheduled?.at
      ? {
          at: scheduled.at,
          lateMs: scheduled.lateMs ?? 0,
          schedule: scheduled.schedule ?? null,
          skipped: scheduled.skipped ?? 0,
        }
      : null,
    startedAt: document.startedAt ?? null,
    status: document.status,
    trigger: document.trigger,
  }
}

/**
 * Payload types documents of unknown collections loosely; the collection's config fixes the shape.
 */
export const asRun = ({ document, payload }: { document: unknown; payload: Payload }): Run =>
  toRun({ document: document as RunDocument, payload })
