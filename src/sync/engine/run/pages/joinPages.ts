import type { Scope } from '../../../../sdk/index.js'
import type { Checkpoint } from '../../../store/runs/Checkpoint.js'
import type { CommitBatchArgs } from '../../batch/commit/commitBatch.js'
import type { Job } from '../../batch/Job.js'
import type { PreparedRecord, RejectedRecord } from '../../batch/prepareRecords.js'
import type { TimedPage } from '../callResource.js'
import type { ReadPage } from '../readPages.js'

import { timePhase } from '../../../run/profile/RunProfile.js'
import { identifyRecord, prepareRecords } from '../../batch/prepareRecords.js'
import { waitShortly } from './waitShortly.js'

type ScopePage = ReadPage<TimedPage>

type JoinPagesArgs = {
  /** The most records of a batch. */
  batchSize: number
  /** Records that an earlier attempt committed, of pages that it did not end. */
  done: readonly string[]
  job: Pick<Job, 'profile' | 'resource'>
  pages: AsyncGenerator<ScopePage>
  scope: Scope
}

export type ScopePart = {
  /** How many pages end with this batch. */
  endsPages: number
  /** Whether this is the last batch of the scope. */
  endsScope: boolean
  /** Whether it holds a record that cannot be told apart from the others. */
  isDoubtful: boolean
  /** How many records the provider says there are. */
  total: number | undefined
} & Pick<CommitBatchArgs, 'advance' | 'batch'>

/** Some records of a page, in their order. */
type Slice = { endsPage: boolean; page: ScopePage; records: readonly unknown[] }

/** How long a batch takes as long as none was committed, in milliseconds. */
const USUAL_MS = 100

/**
 * The pages of a scope as batches, each with the checkpoint it leads to: a large page is several
 * batches, and small ones are joined into one. They are not joined where requests are what takes the
 * time: what was paid for is committed at once. Each batch is prepared when its turn comes: a page
 * may have any number of records, and a process has other things to do meanwhile.
 */
export async function* joinPages({
  batchSize,
  done,
  job,
  pages,
  scope,
}: JoinPagesArgs): AsyncGenerator<ScopePart> {
  const isDone = new Set(done)
  let batchMs = USUAL_MS
  let slices: Slice[] = []
  let count = 0
  const commit = function* (): Generator<ScopePart> {
    const part = toPart({ job, scope, slices })
    slices = []
    count = 0
    const begun = performance.now()
    yield part
    batchMs = performance.now() - begun
  }
  let coming = next(pages)
  for (;;) {
    const waitMs = slices.length > 0 ? batchMs : undefined
    const page = await timePhase({
      phase: 'fetch',
      profile: job.profile,
      work: () => orLater({ coming, waitMs }),
    })
    if (page === 'later') {
      yield* commit()
      continue
    }
    if (page === undefined) {
      return
    }
    const toDo =
      isDone.size === 0
        ? page.records
        : page.records.filter(
            (record) => !isDone.delete(identifyRecord({ record, resource: job.resource })),
          )
    let at = 0
    do {
      const records = toDo.slice(at, at + batchSize - count)
      at += records.length
      count += records.length
      slices.push({ endsPage: at >= toDo.length, page, records })
      if (count >= batchSize && at < toDo.length) {
        yield* commit()
      }
    } while (at < toDo.length)
    const mustCommit = page.next === undefined || page.mustBeStored === true
    if (mustCommit || count >= batchSize || page.tookMs > batchMs) {
      yield* commit()
    }
    coming = next(pages)
  }
}

/** A page, nothing behind the last one, or why there is none: told when its turn comes. */
type Coming = Promise<{ error: unknown } | { page: ScopePage | undefined }>

const next = async (pages: AsyncGenerator<ScopePage>): Coming => {
  try {
    const { done, value } = await pages.next()
    return { page: done === true ? undefined : value }
  } catch (error) {
    return { error }
  }
}

type OrLaterArgs = {
  coming: Coming
  /** How long it may take, where something waits to be committed. */
  waitMs: number | undefined
}

/** @throws what fetching the page threw, when nothing waits any more */
const orLater = async ({
  coming,
  waitMs,
}: OrLaterArgs): Promise<'later' | ScopePage | undefined> => {
  const came = waitMs === undefined ? await coming : await waitShortly({ waitMs, work: coming })
  if (came === undefined) {
    return 'later'
  }
  if ('error' in came) {
    if (waitMs !== undefined) {
      return 'later'
    }
    throw came.error
  }
  return came.page
}

type ToPartArgs = { slices: readonly Slice[] } & Pick<JoinPagesArgs, 'job' | 'scope'>

const toPart = ({
  job: { profile, resource },
  scope: { params },
  slices,
}: ToPartArgs): ScopePart => {
  const prepared: PreparedRecord[] = []
  const rejected: RejectedRecord[] = []
  const last = slices.at(-1)!
  /** Records of the page that goes on behind this batch. */
  const begun = new Set<string>()
  for (const { endsPage, page, records } of slices) {
    const some = prepareRecords({ profile, records, resource, scope: params })
    for (const record of [...some.prepared, ...some.rejected]) {
      record.saidAt = page.saidAt
      if (!endsPage) {
        begun.add(record.externalId)
      }
    }
    prepared.push(...some.prepared)
    rejected.push(...some.rejected)
  }
  const ended = slices.filter(({ endsPage }) => endsPage)
  const { page } = last
  const endsScope = last.endsPage && page.next === undefined
  const isDoubtful = rejected.some(({ isIdentified }) => !isIdentified)
  return {
    advance: ({ checkpoint }) => ({
      ...checkpoint,
      cursor: last.endsPage ? page.next : page.cursor,
      done: last.endsPage ? [] : [...(ended.length === 0 ? checkpoint.done : []), ...begun],
      isDoubtful: !endsScope && (checkpoint.isDoubtful || isDoubtful),
      restarts: endsScope ? 0 : checkpoint.restarts,
      saidAt: endsScope ? undefined : (checkpoint.saidAt ?? slices[0]!.page.saidAt.toISOString()),
      scope: endsScope ? checkpoint.scope + 1 : checkpoint.scope,
      trail: endsScope ? undefined : (ended.at(-1)?.page.trail ?? checkpoint.trail),
      ways: countWays({ pages: ended.map((slice) => slice.page), ways: checkpoint.ways }),
    }),
    batch: { prepared, rejected, saidAt: page.saidAt },
    endsPages: ended.length,
    endsScope,
    isDoubtful,
    total: page.total,
  }
}

type CountWaysArgs = { pages: readonly TimedPage[] } & Pick<Checkpoint, 'ways'>

const countWays = ({ pages, ways }: CountWaysArgs): Checkpoint['ways'] => {
  let counted = ways
  for (const { via } of pages) {
    if (via !== undefined) {
      counted = { ...counted, [via]: (counted?.[via] ?? 0) + 1 }
    }
  }
  return counted
}
