import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../../store/issues/SyncIssue.js'
import type { Job } from '../Job.js'

import { findCauses } from '../../../store/issues/causes/findCauses.js'

type ExplainMissingArgs = { issues: readonly SyncIssue[]; job: Job; req: PayloadRequest }

/**
 * Says of records that point to others in vain why those are not there, where it is known of all of
 * them at once: they have that cause in common then.
 */
export const explainMissing = async ({
  issues,
  job: { database, provider },
  req,
}: ExplainMissingArgs): Promise<SyncIssue[]> => {
  const wanted = new Map<string, Set<string>>()
  for (const { externalId, resource } of issues.flatMap(({ target }) => target ?? [])) {
    wanted.set(resource, (wanted.get(resource) ?? new Set()).add(externalId))
  }
  const causes = new Map<string, Awaited<ReturnType<typeof findCauses>>>()
  for (const [resource, externalIds] of wanted) {
    const args = { database, externalIds, provider: provider.name, req, resource }
    causes.set(resource, await findCauses(args))
  }
  return issues.map((issue) => {
    const { details, target } = issue
    const found = target && causes.get(target.resource)?.get(target.externalId)
    if (!found) {
      return issue
    }
    const { resource } = target
    return {
      ...issue,
      cause: {
        key: `wait for ${resource}\n${found.cause}`,
        many:
          `point to ${resource} that could not be stored. ${found.reason} Their fields keep their ` +
          'values until those are there.',
      },
      details: { ...details, reason: found.reason },
      message: issue.message.replace(
        'which is not stored yet.',
        () => `which could not be stored. ${found.reason}`,
      ),
    }
  })
}
