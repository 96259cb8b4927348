import type { CollectionConfig } from 'payload'

import type { MachineryKey } from '../../options/collectionKeys.js'
import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { createSyncChoicesCollection } from './choices/createSyncChoicesCollection.js'
import { createSyncConnectionsCollection } from './connections/createSyncConnectionsCollection.js'
import { createSyncBreakersCollection } from './createSyncBreakersCollection.js'
import { createSyncEventsCollection } from './createSyncEventsCollection.js'
import { createSyncIssuesCollection } from './createSyncIssuesCollection.js'
import { createSyncLimitsCollection } from './createSyncLimitsCollection.js'
import { createSyncQuotasCollection } from './createSyncQuotasCollection.js'
import { createSyncStatesCollection } from './createSyncStatesCollection.js'
import { createSyncTokensCollection } from './createSyncTokensCollection.js'
import { createSyncFilePartsCollection } from './files/createSyncFilePartsCollection.js'
import { createSyncFilesCollection } from './files/createSyncFilesCollection.js'
import { createSyncHealthCollection } from './health/createSyncHealthCollection.js'
import { createSyncTotalsCollection } from './health/createSyncTotalsCollection.js'
import { createSyncLogsCollection } from './logs/createSyncLogsCollection.js'
import { createSyncDeliveriesCollection } from './notices/createSyncDeliveriesCollection.js'
import { createSyncNotificationsCollection } from './notices/createSyncNotificationsCollection.js'
import { createSyncChecksCollection } from './records/createSyncChecksCollection.js'
import { createSyncRecordsCollection } from './records/createSyncRecordsCollection.js'
import { createSyncSightingsCollection } from './records/createSyncSightingsCollection.js'
import { createSyncSchedulesCollection } from './schedules/createSyncSchedulesCollection.js'

const FACTORIES: Readonly<
  Record<MachineryKey, (args: MachineryCollectionArgs) => CollectionConfig>
> = {
  syncBreakers: createSyncBreakersCollection,
  syncChecks: createSyncChecksCollection,
  syncChoices: createSyncChoicesCollection,
  syncConnections: createSyncConnectionsCollection,
  syncDeliveries: createSyncDeliveriesCollection,
  syncEvents: createSyncEventsCollection,
  syncFileParts: createSyncFilePartsCollection,
  syncFiles: createSyncFilesCollection,
  syncHealth: createSyncHealthCollection,
  syncIssues: createSyncIssuesCollection,
  syncLimits: createSyncLimitsCollection,
  syncLogs: createSyncLogsCollection,
  syncNotifications: createSyncNotificationsCollection,
  syncQuotas: createSyncQuotasCollection,
  syncRecords: createSyncRecordsCollection,
  syncSchedules: createSyncSchedulesCollection,
  syncSightings: createSyncSightingsCollection,
  syncStates: createSyncStatesCollection,
  syncTokens: createSyncTokensCollection,
  syncTotals: createSyncTotalsCollection,
}

type CreateMachineryCollectionArgs = { key: MachineryKey } & MachineryCollectionArgs

/** The machinery collection of this key. */
export const createMachineryCollection = ({
  key,
  ...args
}: CreateMachineryCollectionArgs): CollectionConfig => FACTORIES[key](args)
