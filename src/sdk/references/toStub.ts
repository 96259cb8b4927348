import type { JsonObject } from '../../shared/json.js'
import type { SyncDocument } from '../Resource.js'

import { isReference } from './Reference.js'

/**
 * What a document says of itself: enough to create it when it was never listed. Its own references
 * stay out, because what they point to may be missing just as well.
 */
export const toStub = (document: SyncDocument): JsonObject =>
  // Mapped documents hold JSON and references, nothing else.
  Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== undefined && !isReference(value)),
  ) as JsonObject
