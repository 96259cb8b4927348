import { Locked } from 'payload'

import type { JsonObject } from '../../../../shared/json.js'
import type { HeldDocument } from '../../records/edit/readHeld.js'
import type { Fix } from './Fix.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { hashDocument } from '../../../engine/batch/prepareRecords.js'
import { storeBatch } from '../../../engine/batch/storeBatch.js'
import { toWord } from '../../../engine/batch/waiting/toWord.js'
import { noteConflicts } from '../../../engine/conflicts/noteConflicts.js'
import { flatten, unflatten } from '../../../engine/merge/flatten.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { isDocumentOpen } from '../../../store/documents/isDocumentOpen.js'
import { findRecords } from '../../../store/records/findRecords.js'
import { lockRecordsOf } from '../../../store/records/saves/lockRecordsOf.js'
import { reopenRecord } from '../../../store/records/saves/reopenRecord.js'
import { readHeld } from '../../records/edit/readHeld.js'
import { mayChange } from '../../records/edit/withRecord.js'
import { writeHeld } from '../../records/edit/writeHeld.js'

export type MergeFixedArgs = {
  /** Of the document of the record, which is held. */
  documentId: number | string
  fix: Fix
  /** Whether something newer of the record is stored: only the person's values are written then. */
  isOvertaken: boolean
  /** Whether what the provider says is merged before the person's values are written. */
  mergesFirst: boolean
}

/**
 * Brings a record that could not be stored into its document: what the provider says of it is merged
 * as every sync does, and what a person says in the place of the rest is a save of that person.
 *
 * @throws RefusedError `DRAFT_IN_WORK`, `NOT_ALLOWED`, `DELETED_HERE` for a document in the trash
 * @throws APIError of Payload, when somebody else has the document open, or it is still not valid
 */
export const mergeFixed = async ({
  documentId,
  fix,
  isOvertaken,
  mergesFirst,
}: MergeFixedArgs): Promise<void> => {
  const { asker, externalId, job, mended, req } = fix
  const { collection, database, person } = job
  if (asker && !(await mayChange({ id: documentId, asker, collection, req }))) {
    throw new RefusedError({
      code: 'NOT_ALLOWED',
      message: 'You are not allowed to change this document.',
    })
  }
  if (await isDocumentOpen({ id: documentId, collection, database, except: person, req })) {
    throw isOpen()
  }
  const held = { documentId, externalId, job, req }
  // Before anything is written, so that no hook runs for nothing.
  await readHeld(held)

  const merge = async (): Promise<void> => {
    if (!isOvertaken) {
      await mergeSaid({ fix, held })
    }
  }
  const edit = async (): Promise<void> => {
    const { document, isDraft, locale } = await readHeld(held)
    const current = flatten({ document, locale, shape: job.shape })
    await writeHeld({ asker, changes: mended, current, held, isDraft })
  }
  await (mergesFirst ? merge : edit)()
  await (mergesFirst ? edit : merge)()
  await noteMended({ documentId, fix, isOvertaken })
}

/** It was noted as seen when it was met, as a word that waits is. */
const mergeSaid = async ({ fix, held }: { fix: Fix; held: HeldDocument }): Promise<void> => {
  const { externalId, job, req, said: document, saidAt } = fix
  const { resource } = job
  const hash = hashDocument({ document, resource })
  const record = { document, externalId, hash, references: findReferences(document) }
  const { applied } = await storeBatch({
    batch: {
      prepared: [record],
      rejected: [],
      saidAt,
      waiting: toWord({ record, runId: null, saidAt, scope: null }),
    },
    job,
    req,
    scope: null,
  })
  if (applied.outcomes.get(externalId) !== 'deferred') {
    return
  }
  const { document: found } = await readHeld(held)
  throw found.deletedAt ? isAway() : isOpen()
}

type NoteMendedArgs = Pick<MergeFixedArgs, 'documentId' | 'fix' | 'isOvertaken'>

/**
 * What a person has put in the place of a word is known to differ from it, and decides what was open
 * of that field. The record is looked at again when it is next read.
 */
const noteMended = async ({ documentId, fix, isOvertaken }: NoteMendedArgs): Promise<void> => {
  const { externalId, job, mended, req, spoken } = fix
  const { collection, collections, database, provider, resourceName, shape } = job
  const documentIds = [documentId]
  const rows = await lockRecordsOf({ collection, database, documentIds, req })
  const row = rows.find(
    (other) => other.provider === provider.name && other.resource === resourceName,
  )
  if (!row) {
    return
  }
  const base = isOvertaken
    ? row.base
    : unflatten(new Map([...flatten({ document: row.base, shape }), ...spoken]))
  await reopenRecord({ id: row.id, base: base as JsonObject, database, req })

  const ids = new Map([[resourceName, new Set([externalId])]])
  const found = await findRecords({ collections, database, ids, provider: provider.name, req })
  const { conflicts } = found.get(resourceName)?.get(externalId) ?? {}
  const all = Object.entries(conflicts ?? {})
  const left = all.filter(([path]) => !mended.has(path))
  if (left.length < all.length) {
    await noteConflicts({ conflicts: Object.fromEntries(left), documentId, externalId, job, req })
  }
}

const isOpen = (): Locked =>
  new Locked('Somebody else has the document open. Nothing was saved: try again when it is closed.')

/** Nothing is written to what a person has deleted. */
export const isAway = (): RefusedError =>
  new RefusedError({
    code: 'DELETED_HERE',
    message:
      'A person has deleted the document of the record, or put it into the trash. Restore it first.',
  })
