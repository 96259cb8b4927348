import type { PayloadRequest } from 'payload'

import type { FoundDocument } from '../../write/findDocuments.js'
import type { Written } from '../../write/writeRecord.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { findOpenDocuments } from '../../../store/documents/isDocumentOpen.js'
import { GiveUpError } from '../../direct/GiveUpError.js'
import { writeJoined } from '../../direct/joined/writeJoined.js'
import { writeDirectly } from '../../direct/writeDirectly.js'
import { type Entry, type Writer, writeTogether } from '../../direct/writeTogether.js'
import { findAllLatest, hasDrafts } from '../../write/findDraft.js'
import { findWay } from './findWay.js'

type WriteRecordsArgs = {
  /** Those of the records that there are, by externalId, locked. */
  documents: ReadonlyMap<string, FoundDocument>
  job: Job
  records: readonly PreparedRecord[]
  req: PayloadRequest
  /** Writes one of them. */
  write: (args: {
    isOpen: (id: number | string) => Promise<boolean>
    job: Job
    record: PreparedRecord
    writer?: Writer
  }) => Promise<Written>
}

/**
 * Creates or merges the documents of a batch, in the order of the records: together where the
 * collection can be, and one after the other where it cannot.
 *
 * @throws GiveUpError when it turns out in the middle that they cannot be written together
 */
export const writeRecords = async ({
  documents,
  job,
  records,
  req,
  write,
}: WriteRecordsArgs): Promise<Written[]> => {
  const { collection, database, person } = job
  const findOpen = async (ids: readonly (number | string)[]): Promise<ReadonlySet<string>> =>
    await findOpenDocuments({ collection, database, except: person, ids, req })
  const way = records.length > 0 ? findWay({ count: records.length, job }) : undefined
  if (way) {
    const ids = [...documents.values()].map(({ id }) => id)
    const open = await findOpen(ids)
    const ofBatch = hasDrafts({ job })
      ? { ...job, latest: await findAllLatest({ documentIds: ids, job, req }) }
      : job
    const isOpen = (id: number | string): Promise<boolean> => Promise.resolve(open.has(String(id)))
    const requireFree = async (ids: readonly (number | string)[]): Promise<void> => {
      const opened = await findOpen(ids)
      if (opened.size > 0) {
        throw new GiveUpError('somebody has opened one of the documents meanwhile')
      }
    }
    return await writeTogether({
      works: records.map(
        (record) => async (writer) => await write({ isOpen, job: ofBatch, record, writer }),
      ),
      writeAll: async (entries: readonly Entry[]) =>
        'plan' in way
          ? await writeDirectly({ database, entries, plan: way.plan, req, requireFree })
          : await writeJoined({ collection, database, entries, req, requireFree }),
    })
  }
  const isOpen = async (id: number | string): Promise<boolean> => (await findOpen([id])).size > 0
  const written: Written[] = []
  for (const record of records) {
    written.push(await write({ isOpen, job, record }))
    // A hook may have swallowed what ended it, and the next document would be stored on its own.
    await database.session(req)
  }
  return written
}
