export {
  AccessDeniedError,
  CredentialsRefusedError,
  CursorLostError,
  EmptyAnswerError,
  InvalidAnswerError,
  NotFoundError,
  NothingHereError,
  RateLimitedError,
  RequestRefusedError,
  SyncError,
  UnavailableError,
} from '../shared/errors/index.js'
export type { JsonObject, JsonValue } from '../shared/json.js'
export { defineProvider } from './defineProvider.js'
export { defineResource } from './defineResource.js'
export * from './documents/index.js'
export type { HttpClient, HttpGetArgs, HttpQuery } from './HttpClient.js'
export type {
  FailureKind,
  HttpAnswer,
  HttpFacts,
  HttpFailure,
  Quota,
  RenewedAuth,
} from './HttpFacts.js'
export { FAILURE_KINDS } from './HttpFacts.js'
export { mapGiven } from './mapGiven.js'
export type { OptionRule } from './optionRules.js'
export { asJson, BASE_URL_RULE, DAYS_RULE, isBlank, secretRule } from './optionRules.js'
export type { Cursor, Page } from './Page.js'
export type { Provider, ProviderDefinition } from './Provider.js'
export type { Reference } from './Reference.js'
export { isReference, reference } from './Reference.js'
export type {
  CouldBeLive,
  DefaultSchedule,
  FetchOneArgs,
  FetchPageArgs,
  FoundRecord,
  ListScopes,
  Resource,
  ResourceContext,
  ResourceDefinition,
  SyncDocument,
} from './Resource.js'
export type { Scope } from './Scope.js'
export type { DocumentsExistArgs, FieldCondition, StoredDocuments } from './StoredDocuments.js'
export type { FindStoredArgs, StoredRecord, StoredRecords } from './StoredRecords.js'
export type { SyncMode } from './SyncMode.js'
export { SYNC_MODES } from './SyncMode.js'
export { toStub } from './toStub.js'
export { withoutAbsent } from './withoutAbsent.js'
