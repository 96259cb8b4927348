import type { Page, ResourceContext, Scope } from '../../../sdk/index.js'
import type { Job } from '../batch/Job.js'

import { isSyncError, ResourceError } from '../../../shared/errors/index.js'
import { toScopeKey } from '../work/toScopeKey.js'

type ListScopesArgs = { context: ResourceContext; job: Job }

/** The parts that a run reads, as the resource names them, with the keys they are kept under. */
export const listScopes = async ({
  connection,
  context,
  job,
}: { connection: string } & ListScopesArgs): Promise<Scope[]> => {
  const list = job.resource.scopes[context.mode]
  if (!list) {
    throw new ResourceError(`${job.resourceName} cannot be synced in mode ${context.mode}.`)
  }
  const scopes = await asResourceFailure({ context, job, work: () => list(context) })
  const connections = [...job.provider.connections.keys()]
  return scopes.map((scope) => ({
    ...scope,
    key: toScopeKey({ connection, connections, key: scope.key }),
  }))
}

type FetchPageArgs = { cursor: Page['next']; scope: Scope } & ListScopesArgs

/** One page of a scope, as the resource fetches it. */
export const fetchPage = async ({ context, cursor, job, scope }: FetchPageArgs): Promise<Page> =>
  await asResourceFailure({
    context,
    job,
    work: () => job.resource.fetchPage({ ...context, cursor, scope: scope.params }),
  })

type AsResourceFailureArgs<TResult> = {
  work: () => Promise<TResult> | TResult
} & ListScopesArgs

/** What a resource throws of its own is told with the resource's name; the rest passes as it is. */
const asResourceFailure = async <TResult>({
  context: { signal },
  job,
  work,
}: AsResourceFailureArgs<TResult>): Promise<TResult> => {
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    if (isSyncError(error)) {
      throw error
    }
    const reason = error instanceof Error ? error.message : String(error)
    throw new ResourceError(
      `${job.provider.label} ${job.resourceName} stopped on a mistake in its own code: ${reason}`,
      { cause: error },
    )
  }
}
