import { isDeepStrictEqual } from 'node:util'

import type { Chosen, Page, ResourceContext, Scope } from '../../../sdk/index.js'
import type { PagedHttpClient } from '../../http/createHttpClient.js'
import type { Job } from '../batch/Job.js'

import { describeError, isSyncError, ResourceError } from '../../../shared/errors/index.js'
import { isUsableId } from '../../../shared/isUsableId.js'
import { plainWords } from '../../../shared/plainWords.js'
import { withSpan } from '../../../shared/tracing/withSpan.js'
import { isDatabaseError } from '../../store/failures/isDatabaseError.js'
import { isPassing } from '../../store/failures/isPassing.js'
import { type DatabaseTime, readDatabaseTime } from '../../store/readDatabaseTime.js'
import { toScopeKey } from '../work/toScopeKey.js'

type ListScopesArgs = { context: ResourceContext; job: Job }

/** The parts that a run reads, as the resource names them, with the keys they are kept under. */
export const listScopes = async ({
  chosen,
  connection,
  context,
  job,
}: { chosen: Chosen; connection: string } & ListScopesArgs): Promise<Scope[]> => {
  const list = job.resource.scopes[context.mode]
  if (!list) {
    throw new ResourceError(`${job.resourceName} cannot be synced in mode ${context.mode}.`)
  }
  const scopes = await asResourceFailure({ context, job, work: () => list({ ...context, chosen }) })
  const connections = [...job.provider.connections.keys()]
  checkScopes({ job, scopes })
  return scopes.map((scope) => ({
    ...scope,
    key: toScopeKey({ connection, connections, key: scope.key }),
    // For people only.
    label: plainWords(scope.label),
  }))
}

/** Records are kept under the key of their scope, in an index. */
const checkScopes = ({ job, scopes }: { job: Job; scopes: readonly Scope[] }): void => {
  const unusable = scopes.find(({ key }) => !isUsableId(key))
  if (unusable) {
    throw new ResourceError(
      `${job.resourceName} has a part "${plainWords(unusable.label).slice(0, 100)}" without a usable key.`,
    )
  }
}

/** A page, and how old what it says may be. */
export type TimedPage = {
  /**
   * When the first request that it is made of was sent, or, where it took none, when it was asked
   * for; or when the page itself says. In the database's time.
   */
  saidAt: Date
} & Page

type FetchPageArgs = { cursor: Page['next']; http: PagedHttpClient; scope: Scope } & ListScopesArgs

/** One page of a scope, as the resource fetches it. */
export const fetchPage = async (args: FetchPageArgs): Promise<TimedPage> => {
  const { job } = args
  return await withSpan({
    name: 'sync.page',
    attributes: () => ({
      'payload_sync.provider': job.provider.name,
      'payload_sync.resource': job.resourceName,
    }),
    work: async (describe) => {
      const page = await fetchTimed(args)
      describe({ 'payload_sync.records': page.records.length })
      return page
    },
  })
}

const fetchTimed = async ({
  context,
  cursor,
  http,
  job,
  scope,
}: FetchPageArgs): Promise<TimedPage> => {
  const time = await tellTime(job)
  const client = http.forPage()
  const page = await asResourceFailure({
    context,
    job,
    work: async () => {
      const given = await job.resource.fetchPage({
        ...context,
        cursor,
        http: client,
        scope: scope.params,
      })
      checkPage(given)
      return given
    },
  })
  const askedAt = time.toMoment(client.sentAt())
  // A word of the future would hold back all that comes after it.
  return { ...page, saidAt: page.saidAt && page.saidAt < askedAt ? page.saidAt : askedAt }
}

/** How long the answer of the database counts, in milliseconds: the process has a steady watch. */
const TIME_COUNTS_MS = 1000

type Told = { askedAt: number; time: DatabaseTime }

/** What the database said to each run. */
const told = new WeakMap<Job, Told>()

/** Small pages would ask for the time more often than for anything else. */
const tellTime = async (job: Job): Promise<Pick<DatabaseTime, 'toMoment'>> => {
  const begun = performance.now()
  const last = told.get(job)
  const isFresh = last !== undefined && begun - last.askedAt < TIME_COUNTS_MS
  const { time } = isFresh ? last : { time: await readDatabaseTime(job.database) }
  if (!isFresh) {
    told.set(job, { askedAt: performance.now(), time })
  }
  return { toMoment: (tick = isFresh ? begun : undefined) => time.toMoment(tick) }
}

/** A run that goes on elsewhere must find the cursor as it was. */
const checkPage = (page: Page): void => {
  const { next, records } = page as Partial<Page>
  if (!Array.isArray(records)) {
    throw new Error('fetchPage gave no list of records.')
  }
  const text = JSON.stringify(next)
  if (next !== undefined && !isDeepStrictEqual(text && JSON.parse(text), next)) {
    throw new Error('the cursor of its next page is no JSON, so it cannot be kept.')
  }
}

type AsResourceFailureArgs<TResult> = {
  work: () => Promise<TResult> | TResult
} & ListScopesArgs

/**
 * What a resource throws of its own is told with the resource's name; the rest passes as it is.
 * What a database or the network did to a statement of ours is no mistake in the resource.
 */
const asResourceFailure = async <TResult>({
  context: { signal },
  job,
  work,
}: AsResourceFailureArgs<TResult>): Promise<TResult> => {
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    if (isSyncError(error) || isPassing(error) || isDatabaseError(error)) {
      throw error
    }
    const reason = describeError(error)
    throw new ResourceError(
      `${job.provider.label} ${job.resourceName} stopped on a mistake in its own code: ${reason}`,
      { cause: error },
    )
  }
}
