import type { JsonObject } from '../../../../shared/json.js'
import type { Fix } from './Fix.js'

import { findKnown } from '../../../engine/batch/linkReferences.js'
import { flatten, unflatten } from '../../../engine/merge/flatten.js'
import { hasDrafts } from '../../../engine/write/findDraft.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { clearLists } from '../../../engine/write/values/clearLists.js'
import { resolveDocument } from '../../../engine/write/values/resolveDocument.js'
import { saveRecords } from '../../../store/records/saveRecords.js'

/**
 * Creates the document of a record that was never stored, with what a person says in the place of
 * what is wrong, as that person. Returns its id.
 *
 * @throws APIError of Payload, when the document is not to be created, or still not valid
 */
export const createFixed = async ({
  asker,
  externalId,
  job,
  mended,
  req,
  said,
  saidAt,
  spoken,
}: Fix): Promise<number | string> => {
  const { clock, collection, database, payload, provider, resource, resourceName, shape } = job
  const prepared = [{ document: said, externalId, hash: '', references: findReferences(said) }]
  const known = await findKnown({ job, prepared, req })
  const heard = flatten({ document: said, shape })
  // References that lead nowhere are left out until they do.
  const { values } = resolveDocument({ job, known, said: heard })
  const { id } = await payload.create({
    collection,
    data: {
      ...unflatten(clearLists({ shape, values: new Map([...values, ...mended]) })),
      ...(hasDrafts({ job }) && { _status: resource.status ?? 'published' }),
      externalId,
      provider: provider.name,
    },
    depth: 0,
    overrideAccess: asker === undefined,
    req,
    ...(asker?.user && { user: asker.user }),
  })
  await saveRecords({
    collection,
    database,
    keepsRun: true,
    now: clock.now(),
    provider: provider.name,
    records: [
      {
        // What a person has put in the place of a word is known to differ from it; of what was
        // refused and not mended nothing is known yet.
        base: unflatten(new Map([...heard, ...spoken])) as JsonObject,
        conflicts: null,
        documentId: String(id),
        externalId,
        hasChanged: true,
        // It is looked at again when it is next read.
        hash: null,
        locks: {},
        mappingVersion: resource.version,
        replaced: {},
        resource: resourceName,
        // One without a moment is taken for a record that was only pointed to.
        saidAt,
        stored: {},
        targets: {},
      },
    ],
    req,
    runId: null,
    scope: null,
  })
  return id
}
