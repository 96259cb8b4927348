import type { Payload } from 'payload'

import type { Provider, Resource } from '../../../sdk/index.js'
import type { Clock } from '../../../shared/clock.js'
import type { BeforeWrite } from '../../run/BeforeWrite.js'
import type { RunProfile } from '../../run/profile/RunProfile.js'
import type { Initiator } from '../../run/Run.js'
import type { Database } from '../../store/Database.js'
import type { Shape } from '../merge/readShape.js'
import type { ResourceRules } from '../rules/ResourceRules.js'
import type { Latest } from '../write/findDraft.js'
import type { IssueBook } from './issues/IssueBook.js'

/** Writes the document of one record together with those of the others. */
export type { Writer } from '../direct/writeTogether.js'

/** What stays the same while a run executes. */
export type Job = {
  /** The project's word on what is written. */
  beforeWrite: BeforeWrite | undefined
  /** Which records have open issues, as far as a run knows. @default it is asked of each batch */
  book?: IssueBook
  clock: Clock
  /** Slug of the collection this resource fills. */
  collection: string
  /** Slugs of the collections that the provider's resources fill, by resource. */
  collections: ReadonlyMap<string, string>
  /** With which its records come; absent where they are only looked at. */
  connection?: string
  database: Database
  /** Whether each document is written on its own, by Payload's own operation. @default false */
  isPlain?: boolean
  /** Newest versions of the batch's documents by id, where there may be drafts. @default it is asked */
  latest?: ReadonlyMap<string, Latest>
  payload: Payload
  /** The person who waits for it, whose own open document is written. @default nobody */
  person?: Initiator | null
  /** Where the run notes what it spends its time with. @default nobody wants to know */
  profile?: RunProfile | undefined
  provider: Provider
  resource: Resource
  resourceName: string
  rules: ResourceRules
  /** `null` for the refresh of a single record, which is no run. */
  runId: null | number | string
  shape: Shape
}
