import type { z } from 'zod'

import type { JsonObject } from '../shared/json.js'
import type { MappedDocument, WithoutStrangers } from './documents/MappedDocument.js'
import type { Resource, ResourceDefinition, SyncDocument } from './Resource.js'

import { isSameText } from './values/isSameText.js'

/** Defines a resource whose `map` is held to a collection. */
type DefineTyped<TCollection, TSource> = <
  TSchema extends z.ZodType,
  TDocument extends MappedDocument<TCollection>,
  TParams extends JsonObject = JsonObject,
>(
  definition: {
    map: (
      record: z.output<TSchema>,
      context: { scope: TParams },
    ) => TDocument & WithoutStrangers<TDocument, MappedDocument<TCollection>>
  } & Omit<ResourceDefinition<TSchema, TDocument, TParams, TSource>, 'map'>,
) => Resource

type DefineResource = {
  <TCollection extends object, TSource = undefined>(): DefineTyped<TCollection, TSource>
  <
    TSchema extends z.ZodType,
    TDocument extends SyncDocument,
    TParams extends JsonObject = JsonObject,
  >(
    definition: ResourceDefinition<TSchema, TDocument, TParams>,
  ): Resource
}

type AnyDefinition = { map: unknown } & Omit<
  ResourceDefinition<z.ZodType, SyncDocument, JsonObject>,
  'map'
>

/**
 * Describes one kind of record of a provider. Types flow from the zod schema to `externalId` and
 * `map`, and from the scopes to `fetchPage`.
 *
 * `defineResource<Episode>()({ … })` holds `map` to the type that Payload generated for the
 * collection: a key that it does not have, or a value that does not fit, is an error of the
 * compiler. `defineResource<Episode, Source>()` names what the provider's `source` gives besides.
 * `defineResource({ … })` takes any document.
 */
export const defineResource: DefineResource = ((...definitions: AnyDefinition[]) =>
  // A definition that is lost on the way must fail here, and not be taken for the typed form.
  definitions.length === 0 ? toResource : toResource(definitions[0]!)) as unknown as DefineResource

/** A thousand records on a page make ten million; who has more says so. */
const DEFAULT_MAX_PAGES = 10_000

const toResource = ({
  contestedFields = [],
  isSameSpelling = ({ before, now }) => isSameText(before, now),
  keepsChecks = false,
  maxPages = DEFAULT_MAX_PAGES,
  references = [],
  rowId = {},
  schedules = [],
  status = 'published',
  unsteadyFields = [],
  version = 1,
  ...definition
}: AnyDefinition): Resource =>
  // The engine puts records through `schema` and hands back only params that `scopes` made, so the
  // narrower argument types hold; TypeScript cannot see that across the boundary.
  ({
    ...definition,
    contestedFields,
    isSameSpelling,
    keepsChecks,
    maxPages,
    references,
    rowId,
    schedules,
    status,
    unsteadyFields,
    version,
  }) as unknown as Resource
