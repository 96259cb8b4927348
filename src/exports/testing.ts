export type { StoredSeed, StoredSeeds } from '../testing/createStoredRecords.js'
export { createStoredRecords } from '../testing/createStoredRecords.js'
export { describeProvider } from '../testing/describeProvider.js'
export type {
  BadOptions,
  EmptyList,
  ProviderCase,
  ProviderFacts,
} from '../testing/ProviderFacts.js'
export type { ChangeRows, RowChange } from '../testing/reading/changeRows.js'
export type {
  ReplayAnswer,
  ReplayInterceptor,
  ReplayRequest,
  ReplayRoute,
  ReplayServer,
} from '../testing/replayServer.js'
export { startReplayServer } from '../testing/replayServer.js'
