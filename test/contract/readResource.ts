import type {
  Cursor,
  FetchPageArgs,
  JsonObject,
  Provider,
  Resource,
  ResourceContext,
  Scope,
  StoredRecords,
  SyncDocument,
  SyncMode,
} from '../../src/sdk/index.js'

import { createHttpClient } from '../../src/sync/http/createHttpClient.js'
import { createStoredRecords } from '../../src/testing/createStoredRecords.js'

export const NOW = new Date('2031-03-05T19:00:00.000Z')

/** More pages than any fixture has: a list that does not end is a failure, not a hanging test. */
const MAX_PAGES = 20

type ReadScope = {
  documents: Map<string, SyncDocument>
  /** Why the scope ended early. */
  error?: unknown
  invalid: unknown[]
  pages: number
  scope: Scope
}

type ReadResourceArgs = {
  mode?: SyncMode
  name: string
  provider: Provider
  since?: Date
  stored?: StoredRecords
}

export const getResource = ({ name, provider }: { name: string; provider: Provider }): Resource => {
  const resource = provider.resources.get(name)
  if (!resource) {
    throw new Error(`No resource ${name}`)
  }
  return resource
}

/** Reads all scopes of a resource as the engine does, over HTTP, without a database. */
export const readResource = async ({
  name,
  mode = 'full',
  provider,
  since,
  stored = createStoredRecords(),
}: ReadResourceArgs): Promise<ReadScope[]> => {
  const resource = getResource({ name, provider })
  const context: ResourceContext = {
    http: createHttpClient({ attempts: 1, facts: provider.http!, provider: provider.label }),
    mode,
    now: NOW,
    signal: new AbortController().signal,
    since,
    stored,
  }
  const read: ReadScope[] = []
  for (const scope of await resource.scopes[mode]!({
    ...context,
    chosen: () => Promise.resolve(undefined),
  })) {
    read.push(await readScope({ context, resource, scope }))
  }
  return read
}

type ReadScopeArgs = { context: ResourceContext; resource: Resource; scope: Scope }

const readScope = async ({ context, resource, scope }: ReadScopeArgs): Promise<ReadScope> => {
  const read: ReadScope = { documents: new Map(), invalid: [], pages: 0, scope }
  let cursor: Cursor | undefined
  do {
    const args: FetchPageArgs<JsonObject> = { ...context, cursor, scope: throughJson(scope.params) }
    try {
      const { next, records } = await resource.fetchPage(args)
      putRecords({ read, records, resource })
      cursor = next === undefined ? undefined : throughJson(next)
      read.pages += 1
    } catch (error) {
      return { ...read, error }
    }
  } while (cursor !== undefined && read.pages < MAX_PAGES)
  return read
}

/** Cursors and params are stored with the run: what does not survive that must not pass here. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

type PutRecordsArgs = { read: ReadScope; records: readonly unknown[]; resource: Resource }

const putRecords = ({ read, records, resource }: PutRecordsArgs): void => {
  for (const record of records) {
    const parsed = resource.schema.safeParse(record)
    if (parsed.success) {
      const document = resource.map(parsed.data, { scope: read.scope.params })
      read.documents.set(resource.externalId(parsed.data), document)
    } else {
      read.invalid.push(record)
    }
  }
}
