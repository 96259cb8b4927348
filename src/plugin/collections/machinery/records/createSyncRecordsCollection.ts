import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { limitRecordsToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'

/** The id map: which record is which document, and what the provider last said about it. */
export const createSyncRecordsCollection = ({
  access: { view: canView },
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'externalId' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'resource', type: 'text', required: true },
      { name: 'externalId', type: 'text', required: true },
      { name: 'collection', type: 'text', required: true },
      // Text because ids are numbers in one project and UUIDs in another.
      { name: 'documentId', type: 'text' },
      { name: 'hash', type: 'text' },
      { name: 'base', type: 'json' },
      // What the project's own hooks made of it, by path; nothing where they left it as it was said.
      { name: 'stored', type: 'json' },
      // Fields in which the document and the provider differ until somebody decides, by path.
      { name: 'conflicts', type: 'json' },
      // Fields that are not written, by path.
      { name: 'locks', type: 'json' },
      // When a person deleted its document, which stays away then, and the document as it was.
      { name: 'deletedAt', type: 'date' },
      { name: 'deletedBy', type: 'json' },
      { name: 'kept', type: 'json' },
      // Since when it is missing at its provider, and what was done to its document because of that.
      { name: 'missingAt', type: 'date' },
      { name: 'missingAction', type: 'text' },
      { name: 'mappingVersion', type: 'number' },
      // When the request was sent whose answer `base` is, in the database's time.
      { name: 'saidAt', type: 'date' },
      // Ids of the documents that its references led to when it was written, by path.
      { name: 'targets', type: 'json' },
      // A newer word that could not be written yet because somebody had the document open.
      { name: 'waiting', type: 'json' },
      // When that was said. Nearly always empty, so that its index finds those that wait at once.
      { name: 'waitingAt', type: 'date', index: true },
      // What the last syncs replaced, by path, with the moment: it tells a stale form from an edit.
      { name: 'replaced', type: 'json' },
      // What each scope says of it, by the scope's key, where several may speak of one record.
      { name: 'claims', type: 'json' },
      // Which connections see it, of a provider that may have several: what each noted, by its name.
      { name: 'seenBy', type: 'json' },
      { name: 'scope', type: 'text' },
      { name: 'lastSeenAt', type: 'date' },
      { name: 'lastChangedAt', type: 'date' },
      // Id of the run that last saw it in `scope`. Whoever was not seen by a complete read is absent.
      { name: 'seenRun', type: 'text' },
      { name: 'absences', type: 'number', defaultValue: 0 },
      // What was mapped although the collection has no such field; `null` where there is nothing.
      { name: 'unknownFields', type: 'json' },
      // Id of the run that last changed the record. Text, so that a row outlives its run's log.
      { name: 'run', type: 'text', index: true },
    ],
    graphQL: false,
    indexes: [
      { fields: ['provider', 'resource', 'externalId'], unique: true },
      { fields: ['collection', 'documentId'] },
      // Not begun as the identity is: a database without statistics takes one for the other, and
      // reads all records of a resource to find one.
      { fields: ['scope', 'provider', 'resource'] },
    ],
    key: 'syncRecords',
    limit: limitRecordsToSight(providers),
    slugs,
    timestamps: false,
  })
