import type { Scope } from '../../../sdk/index.js'
import type { CommitBatchArgs } from '../batch/commitBatch.js'
import type { Job } from '../batch/Job.js'
import type { TimedPage } from './callResource.js'
import type { ReadPage } from './readPages.js'

import { prepareRecords } from '../batch/prepareRecords.js'

type SplitPageArgs = {
  batchSize: number
  /** Records of this page that an earlier attempt committed. */
  done: readonly string[]
  job: Job
  page: ReadPage<TimedPage>
  scope: Scope
}

type PagePart = {
  /** Whether this is the last batch of the page. */
  endsPage: boolean
  /** Whether this is the last batch of the scope. */
  endsScope: boolean
  /** Whether the page holds a record that cannot be told apart from the others. */
  isDoubtful: boolean
} & Pick<CommitBatchArgs, 'advance' | 'batch'>

/** A page as batches, each with the checkpoint it leads to. An empty page is one empty batch. */
export const splitPage = ({
  batchSize,
  done,
  job: { resource },
  page: { cursor, next, records, saidAt },
  scope: { params },
}: SplitPageArgs): PagePart[] => {
  const { prepared, rejected } = prepareRecords({ records, resource, scope: params })
  const isToDo = ({ externalId }: { externalId: string }): boolean => !done.includes(externalId)
  const toDo = prepared.filter(isToDo)
  const isDoubtful = rejected.some(({ isIdentified }) => !isIdentified)
  const batches = Math.max(1, Math.ceil(toDo.length / batchSize))
  return Array.from({ length: batches }, (_, index) => {
    const isLast = index === batches - 1
    const endsScope = isLast && next === undefined
    return {
      advance: ({ checkpoint, done: committed }) => ({
        ...checkpoint,
        cursor: isLast ? next : cursor,
        done: isLast ? [] : [...checkpoint.done, ...committed],
        isDoubtful: !endsScope && (checkpoint.isDoubtful || isDoubtful),
        restarts: endsScope ? 0 : checkpoint.restarts,
        scope: endsScope ? checkpoint.scope + 1 : checkpoint.scope,
      }),
      batch: {
        prepared: toDo.slice(index * batchSize, (index + 1) * batchSize),
        rejected: index === 0 ? rejected.filter(isToDo) : [],
        saidAt,
      },
      endsPage: isLast,
      endsScope,
      isDoubtful,
    }
  })
}
