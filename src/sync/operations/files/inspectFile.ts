import type { Chosen, FileImport, ImportedFiles, Provider, Resource } from '../../../sdk/index.js'
import type { Sync } from '../../engine/Sync.js'
import type { ByteSource } from '../../files/ByteSource.js'
import type { Archive } from '../../files/openArchive.js'
import type { FileFindings } from '../../store/files/StoredFile.js'

import { cleanText } from '../../../shared/cleanText.js'
import { describeError } from '../../../shared/errors/index.js'
import { createRunClient } from '../../engine/run/client/createRunClient.js'
import { toImportedFiles } from '../../engine/run/files/openRunFiles.js'
import { openArchive } from '../../files/openArchive.js'
import { createStoredRecords } from '../../store/records/createStoredRecords.js'
import { createTally } from './createTally.js'
import { findElsewhere } from './findElsewhere.js'

type InspectFileArgs = {
  bytes: ByteSource
  connection: string
  /** When it was made, as whoever brought it says. */
  givenAt: Date | undefined
  now: Date
  provider: Provider
  source: FileImport
  sync: Sync
}

type Inspected = {
  findings: FileFindings
  /** The moment it speaks of. */
  heldAt: Date
}

/** Counting more than this would keep whoever brought it waiting. */
const MOST_RECORDS = 20_000
const MOST_TITLES = 5

/** What is in a file, and what would come of it. Nothing is stored. */
export const inspectFile = async (args: InspectFileArgs): Promise<Inspected> => {
  const { bytes, connection, givenAt, now, provider, source, sync } = args
  const archive = await openArchive({ bytes, connection, source }).catch(async (error: unknown) => {
    throw await findElsewhere({ bytes, connection, error, provider, sync })
  })
  const said = (await source.date?.(archive)) ?? archive.changedAt ?? givenAt
  const heldAt = said && said < now ? said : now
  const resources: FileFindings['resources'] = []
  for (const [name, resource] of provider.resources) {
    resources.push({ name, ...(await countRecords({ ...args, name, archive, heldAt, resource })) })
  }
  return {
    findings: {
      files: Object.values(archive.found)
        .flat()
        .map((file) => {
          const rows = archive.countRows(file)
          return { name: cleanText(file), ...(rows !== undefined && { rows }) }
        }),
      others: archive.others,
      resources,
      skipped: archive.skipped.map((file) => ({ ...file, name: cleanText(file.name) })),
    },
    heldAt,
  }
}

type CountRecordsArgs = {
  archive: Archive
  heldAt: Date
  name: string
  resource: Resource
} & InspectFileArgs

const FILE = 'inspected'

/** Of a file all is read. */
const chooseNothing: Chosen = () => Promise.resolve(undefined)

const countRecords = async ({
  archive,
  bytes,
  connection,
  heldAt,
  now,
  provider,
  resource,
  sync,
}: CountRecordsArgs): Promise<Omit<FileFindings['resources'][number], 'name'>> => {
  const source: ImportedFiles = toImportedFiles({
    files: [{ id: FILE, name: bytes.name }],
    open: () => Promise.resolve({ ...archive, date: heldAt }),
  })
  const ended = new AbortController()
  const context = {
    http: createRunClient({ provider, run: { connection, lane: 'bulk' }, sync }).forPage(),
    mode: 'full' as const,
    now,
    signal: ended.signal,
    since: undefined,
    source,
    stored: createStoredRecords({ database: sync.database, provider: provider.name }),
  }
  const tally = createTally({ overview: findOverview({ provider, resource }) })
  const shown = findShown({ provider, resource, sync })
  const titles: string[] = []
  let isCut = false
  for (const { params } of await resource.scopes.full({ ...context, chosen: chooseNothing })) {
    let cursor: Awaited<ReturnType<Resource['fetchPage']>>['next']
    do {
      const page = await resource.fetchPage({ ...context, cursor, scope: params })
      for (const record of page.records) {
        const { document, problem } = tryToMap({ params, record, resource })
        tally.add({ document, problem })
        if (document && titles.length < MOST_TITLES) {
          titles.push(describe({ document, shown }))
        }
      }
      cursor = page.next
    } while (cursor !== undefined && tally.count() < MOST_RECORDS)
    isCut ||= cursor !== undefined
  }
  ended.abort()
  const collection = sync.slugOf({ collection: resource.collection, provider })
  return { ...tally.sum(), collection, isCut, titles }
}

type FindOverviewArgs = { provider: Provider; resource: Resource }

const findOverview = ({ provider: { content }, resource }: FindOverviewArgs) =>
  content?.collections.get(resource.collection)?.overview

type TryToMapArgs = {
  params: Parameters<Resource['map']>[1]['scope']
  record: unknown
  resource: Resource
}

type Tried = { document?: Record<string, unknown>; problem?: string }

const tryToMap = ({ params, record, resource }: TryToMapArgs): Tried => {
  const { data, error, success } = resource.schema.safeParse(record)
  if (!success) {
    // What could not be taken apart says so itself.
    const own = (record as { '#problem'?: unknown } | null)?.['#problem']
    const [issue] = error.issues
    const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
    return { problem: typeof own === 'string' ? own : `${place}${issue?.message ?? ''}` }
  }
  try {
    return { document: resource.map(data, { scope: params }) }
  } catch (error) {
    return { problem: describeError(error) }
  }
}

type FindShownArgs = { provider: Provider; resource: Resource; sync: Sync }

/** The fields that a list of the collection shows; of what is chosen from a list, people know labels. */
const findShown = ({ provider, resource, sync }: FindShownArgs): readonly string[] => {
  const slug = sync.slugOf({ collection: resource.collection, provider })
  const { admin, flattenedFields = [] } = sync.payload.collections[slug]?.config ?? {}
  const { defaultColumns, useAsTitle } = admin ?? {}
  const chosen = new Set(
    flattenedFields.filter(({ type }) => type === 'select').map(({ name }) => name),
  )
  return (defaultColumns ?? (useAsTitle === undefined ? [] : [useAsTitle])).filter(
    (field) => !chosen.has(field),
  )
}

type DescribeArgs = { document: Record<string, unknown>; shown: readonly string[] }

/** What there is of these fields, in a line. */
const describe = ({ document, shown }: DescribeArgs): string =>
  cleanText(
    shown
      .map((field) => document[field])
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map((value) => String(value).replace(DAY, '$1'))
      .join(' · '),
  )

/** A day without a time is stored as its noon. */
const DAY = /^(\d{4}-\d{2}-\d{2})T12:00:00\.000Z$/
