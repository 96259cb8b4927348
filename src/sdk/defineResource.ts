import type { z } from 'zod'

import type { JsonObject } from '../shared/json.js'
import type { Resource, ResourceDefinition, SyncDocument } from './Resource.js'

/**
 * Describes one kind of record of a provider. Types flow from the zod schema to `externalId` and
 * `map`, and from the scopes to `fetchPage`.
 */
export const defineResource = <
  TSchema extends z.ZodType,
  TDocument extends SyncDocument,
  TParams extends JsonObject = JsonObject,
>({
  references = [],
  schedules = [],
  unsteadyFields = [],
  version = 1,
  ...definition
}: ResourceDefinition<TSchema, TDocument, TParams>): Resource =>
  // The engine puts records through `schema` and hands back only params that `scopes` made, so the
  // narrower argument types hold; TypeScript cannot see that across the boundary.
  ({ ...definition, references, schedules, unsteadyFields, version }) as unknown as Resource
