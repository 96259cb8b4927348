import type { Scope } from '../../../sdk/index.js'
import type { CommitBatchArgs } from '../batch/commit/commitBatch.js'
import type { Job } from '../batch/Job.js'
import type { TimedPage } from './callResource.js'
import type { ReadPage } from './readPages.js'

import { identifyRecord, prepareRecords } from '../batch/prepareRecords.js'

type SplitPageArgs = {
  batchSize: number
  /** Records of this page that an earlier attempt committed. */
  done: readonly string[]
  job: Pick<Job, 'resource'>
  page: ReadPage<TimedPage>
  scope: Scope
}

type PagePart = {
  /** Whether this is the last batch of the page. */
  endsPage: boolean
  /** Whether this is the last batch of the scope. */
  endsScope: boolean
  /** Whether it holds a record that cannot be told apart from the others. */
  isDoubtful: boolean
} & Pick<CommitBatchArgs, 'advance' | 'batch'>

/**
 * A page as batches, each with the checkpoint it leads to. An empty page is one empty batch. Each
 * batch is prepared when its turn comes: a page may have any number of records, and a process has
 * other things to do meanwhile.
 */
export function* splitPage({
  batchSize,
  done,
  job: { resource },
  page: { cursor, next, records, saidAt, trail, via },
  scope: { params },
}: SplitPageArgs): Generator<PagePart> {
  const isDone = new Set(done)
  const toDo =
    isDone.size === 0
      ? records
      : records.filter((record) => !isDone.has(identifyRecord({ record, resource })))
  const batches = Math.max(1, Math.ceil(toDo.length / batchSize))
  for (let index = 0; index < batches; index += 1) {
    const isLast = index === batches - 1
    const endsScope = isLast && next === undefined
    const batch = prepareRecords({
      records: toDo.slice(index * batchSize, (index + 1) * batchSize),
      resource,
      scope: params,
    })
    const isDoubtful = batch.rejected.some(({ isIdentified }) => !isIdentified)
    yield {
      advance: ({ checkpoint, done: committed }) => ({
        ...checkpoint,
        cursor: isLast ? next : cursor,
        done: isLast ? [] : [...checkpoint.done, ...committed],
        isDoubtful: !endsScope && (checkpoint.isDoubtful || isDoubtful),
        restarts: endsScope ? 0 : checkpoint.restarts,
        saidAt: endsScope ? undefined : (checkpoint.saidAt ?? saidAt.toISOString()),
        scope: endsScope ? checkpoint.scope + 1 : checkpoint.scope,
        trail: endsScope ? undefined : isLast ? trail : checkpoint.trail,
        ways:
          isLast && via !== undefined ? countWay({ via, ways: checkpoint.ways }) : checkpoint.ways,
      }),
      batch: { ...batch, saidAt },
      endsPage: isLast,
      endsScope,
      isDoubtful,
    }
  }
}

type CountWayArgs = { via: string; ways: Readonly<Record<string, number>> | undefined }

const countWay = ({ via, ways = {} }: CountWayArgs): Readonly<Record<string, number>> => ({
  ...ways,
  [via]: (ways[via] ?? 0) + 1,
})
