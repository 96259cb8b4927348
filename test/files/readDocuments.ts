import type { Provider } from '../../src/sdk/index.js'
import type { ByteSource } from '../../src/sync/files/ByteSource.js'

import { isFileImport } from '../../src/sdk/index.js'
import { openArchive } from '../../src/sync/files/openArchive.js'
import { createStoredRecords } from '../../src/testing/createStoredRecords.js'

type ReadDocumentsArgs = {
  bytes: ByteSource
  /** @default 'mine' */
  connection?: string
  provider: Provider
  resource: string
}

export type ReadDocuments = {
  /** What the records become, by their externalId and in their order. */
  documents: Record<string, Record<string, unknown>>
  /** How many records the schema does not take. */
  invalid: number
  /** The moment the archive speaks of, by what is in it. */
  says: Date | undefined
}

/** What a resource makes of an archive, without a database. */
export const readDocuments = async ({
  bytes,
  connection = 'mine',
  provider,
  resource: name,
}: ReadDocumentsArgs): Promise<ReadDocuments> => {
  const { source } = provider
  const resource = provider.resources.get(name)!
  if (!isFileImport(source)) {
    throw new Error(`${provider.label} takes no files.`)
  }
  const archive = await openArchive({ bytes, connection, source })
  const says = await source.date?.(archive)
  const refuse = () => Promise.reject(new Error('There is no HTTP.'))
  const context = {
    http: { get: refuse, post: refuse },
    mode: 'full' as const,
    now: new Date('2026-01-01'),
    signal: new AbortController().signal,
    since: undefined,
    source: {
      files: [{ id: '1', name: bytes.name }],
      open: () => Promise.resolve({ ...archive, date: says ?? new Date('2026-01-01') }),
    },
    stored: createStoredRecords(),
  }
  const read: ReadDocuments = { documents: {}, invalid: 0, says }
  for (const { params } of await resource.scopes.full({
    ...context,
    chosen: () => Promise.resolve(undefined),
  })) {
    let cursor: Awaited<ReturnType<typeof resource.fetchPage>>['next']
    do {
      const page = await resource.fetchPage({ ...context, cursor, scope: params })
      for (const record of page.records) {
        const { data, success } = resource.schema.safeParse(record)
        if (success) {
          read.documents[resource.externalId(data)] = resource.map(data, { scope: params })
        } else {
          read.invalid += 1
        }
      }
      cursor = page.next
    } while (cursor !== undefined)
  }
  return read
}
