import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

/** Of which resources this process has told already, by provider and resource. */
const told = new Set<string>()

type WarnOfTwinsArgs = {
  job: Pick<Job, 'payload' | 'provider' | 'resourceName'>
  prepared: readonly PreparedRecord[]
}

/**
 * Tells of different records of one answer that have the same id, once in the life of a process: one
 * of them is not stored. Pages may well repeat a record, also as it has become meanwhile.
 */
export const warnOfTwins = ({ job, prepared }: WarnOfTwinsArgs): void => {
  const { payload, provider, resourceName } = job
  const source = `${provider.name}/${resourceName}`
  if (told.has(source)) {
    return
  }
  const first = new Map<string, PreparedRecord>()
  for (const record of prepared) {
    const { externalId, hash, saidAt } = record
    const other = first.get(externalId)
    first.set(externalId, other ?? record)
    // The records of one answer share the moment when it was said.
    if (other && other.hash !== hash && other.saidAt === saidAt) {
      told.add(source)
      payload.logger.warn({
        externalId,
        msg: 'A resource gave two records of one answer the same id. The last one is stored.',
        provider: provider.name,
        resource: resourceName,
      })
      return
    }
  }
}
