export {
  AccessDeniedError,
  CredentialsRefusedError,
  CursorLostError,
  EmptyAnswerError,
  FileRefusedError,
  InvalidAnswerError,
  isSyncError,
  NotFoundError,
  NothingHereError,
  RateLimitedError,
  RequestRefusedError,
  ResourceError,
  SyncError,
  TurnedAwayError,
  UnavailableError,
} from '../shared/errors/index.js'
export type { JsonObject, JsonValue } from '../shared/json.js'
export type { HtmlElement } from '../shared/markup/HtmlElement.js'
export { parseHtml } from '../shared/markup/parseHtml.js'
export type { XmlElement } from '../shared/markup/readXml.js'
export { plainLetters } from '../shared/plainLetters.js'
export type {
  ForbiddenTest,
  HttpAuth,
  IssuedToken,
  LoginArgs,
  RefreshArgs,
  SignInClient,
} from './auth/HttpAuth.js'
export type { OAuthOptions } from './auth/oauthAuth.js'
export { oauthAuth } from './auth/oauthAuth.js'
export type { OAuthClient } from './auth/oauthClient.js'
export type { OAuthConsent, OAuthConsentOptions } from './auth/oauthConsent.js'
export { oauthConsent } from './auth/oauthConsent.js'
export type { TokenAuthOptions, TokenRequest } from './auth/tokenAuth.js'
export { tokenAuth } from './auth/tokenAuth.js'
export type { Claim } from './claims/Claim.js'
export type {
  AccountArgs,
  Accounts,
  AccountSchedule,
  AccountsDefinition,
  ListChoices,
  SettingChoice,
} from './connections/Accounts.js'
export type { Connection, ConnectionOptions } from './connections/Connection.js'
export { DEFAULT_CONNECTION } from './connections/Connection.js'
export type {
  ContentCollectionConfig,
  ContentDefinition,
  ContentKit,
  CreateContentArgs,
  KitCollection,
  KitTexts,
} from './content/ContentKit.js'
export { defineContent } from './content/defineContent.js'
export { GIVEN_ONCE, givenOnce } from './content/givenOnce.js'
export type { PrepareMany } from './content/givenOnce.js'
export { findKitSlugs } from './content/kitMark.js'
export type {
  KitPage,
  KitPageComponent,
  KitPageProps,
  PagePowers,
  Sum,
  SumArgs,
} from './content/KitPage.js'
export type { PictureShape, Side, SidesColumn } from './content/pictures.js'
export { pictureCell, pictureField, sidesColumn } from './content/pictures.js'
export { readKitTexts, readLabel } from './content/readKitTexts.js'
export type { RecordGist, RecordOverview } from './content/RecordOverview.js'
export type { SomeTexts, TextKey, Texts } from './content/Texts.js'
export { defineProvider } from './defineProvider.js'
export { defineResource } from './defineResource.js'
export type {
  ChoiceCost,
  ChoiceValue,
  Chosen,
  DiscoveredChoice,
  Discovery,
} from './discover/Discovery.js'
export { followChoice } from './discover/followChoice.js'
export type { MappedDocument } from './documents/MappedDocument.js'
export type {
  FileImport,
  FileImportDefinition,
  FileLimits,
  SkippedFile,
  WantedFile,
} from './files/FileImport.js'
export { importFile, isFileImport } from './files/FileImport.js'
export { fromFiles } from './files/fromFiles.js'
export type { FileRow, ImportedFiles, OpenFiles, WaitingFile } from './files/ImportedFiles.js'
export type {
  AnswerKind,
  ByteStream,
  FormValue,
  HttpBody,
  HttpClient,
  HttpQuery,
} from './http/HttpClient.js'
export { ANSWER_KINDS } from './http/HttpClient.js'
export type {
  DeclaredQuota,
  FailureKind,
  HttpAnswer,
  HttpFacts,
  HttpFailure,
  Quota,
} from './http/HttpFacts.js'
export { FAILURE_KINDS } from './http/HttpFacts.js'
export { parseXml } from './markup/parseXml.js'
export type { OptionRule } from './options/optionRules.js'
export { asJson, BASE_URL_RULE, DAYS_RULE, isBlank, secretRule } from './options/optionRules.js'
export type { ResolvedOptions } from './options/resolveProviderOptions.js'
export { resolveProviderOptions } from './options/resolveProviderOptions.js'
export type { Cursor, Page } from './Page.js'
export type { Connect, OpenSource, Provider, ProviderDefinition } from './Provider.js'
export { composeId } from './references/composeId.js'
export type { Reference } from './references/Reference.js'
export { isReference, reference } from './references/Reference.js'
export { referencedId } from './references/referencedId.js'
export { toReference } from './references/toReference.js'
export { toStub } from './references/toStub.js'
export type {
  CouldBeLive,
  DefaultSchedule,
  FetchOneArgs,
  FetchPageArgs,
  FoundRecord,
  ListScopes,
  ListScopesContext,
  Resource,
  ResourceContext,
  ResourceDefinition,
  SpellingArgs,
  SyncDocument,
} from './Resource.js'
export type { RowCondition } from './rows/hasOneOf.js'
export { hasOneOf } from './rows/hasOneOf.js'
export { checkAsked, keepAsked } from './rows/keepAsked.js'
export { readPath } from './rows/readPath.js'
export { refuseEmpty } from './rows/refuseEmpty.js'
export type { ConflictPolicy, OnLocalDelete, OnMissing, RecordRules } from './rules/RecordRules.js'
export { CONFLICT_POLICIES, LOCAL_DELETES, MISSING_RULES } from './rules/RecordRules.js'
export type { Scope } from './Scope.js'
export type { DateRange } from './scopes/DateRange.js'
export { addDays, splitDateRange, toDateRange } from './scopes/DateRange.js'
export { toDayRange, toLocalDay } from './scopes/toDayRange.js'
export type {
  DocumentsExistArgs,
  FieldCondition,
  StoredDocuments,
} from './stored/StoredDocuments.js'
export type {
  FindDueArgs,
  FindStoredArgs,
  StoredRecord,
  StoredRecords,
} from './stored/StoredRecords.js'
export type { SyncMode } from './SyncMode.js'
export { SYNC_MODES } from './SyncMode.js'
export { idSchema } from './values/idSchema.js'
export { isSameText } from './values/isSameText.js'
export { mapGiven } from './values/mapGiven.js'
export { momentOfSeconds } from './values/momentOfSeconds.js'
export { plainText } from './values/plainText.js'
export type { DayOrder } from './values/readDay.js'
export { findDayOrder, readDay } from './values/readDay.js'
export { readDecimal } from './values/readDecimal.js'
export { nameSchema, textSchema } from './values/textSchema.js'
export { toDay } from './values/toDay.js'
export { unescapeHtml } from './values/unescapeHtml.js'
export { withoutAbsent } from './values/withoutAbsent.js'
