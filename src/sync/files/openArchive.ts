import type { FileImport, FileRow, OpenFiles, WantedFile } from '../../sdk/index.js'
import type { ArchiveFile } from './ArchiveFile.js'
import type { ByteSource } from './ByteSource.js'

import { FileRefusedError, isSyncError } from '../../shared/errors/index.js'
import { toBaseName } from './ArchiveFile.js'
import { readBytes } from './ByteSource.js'
import { findHeader } from './csv/findHeader.js'
import { readCsv } from './csv/readCsv.js'
import { findMissing } from './csv/toColumns.js'
import { keepPace } from './keepPace.js'
import { readJson, readJsonLines } from './readJson.js'
import { openZip } from './zip/openZip.js'

/** What an archive has, by the wishes of a provider. */
export type Archive = {
  /** The newest date of the files that are read, where the archive tells it. */
  changedAt: Date | undefined
  /** Rows or values of a file, by its name, once it was read to its end. */
  countRows: (name: string) => number | undefined
  /** Names of the files that are read, by the name the provider has for them. */
  found: Readonly<Record<string, string[]>>
  /** How many others there are. */
  others: number
  /** What is known and deliberately not read, and how large it is. */
  skipped: { bytes: number; label: string; name: string }[]
} & OpenFiles

type OpenArchiveArgs = {
  bytes: ByteSource
  connection: string
  source: FileImport
}

/**
 * Opens a zip archive or a single file and finds in it what a provider wants: by base name and
 * columns, and where the name is another one, by the columns alone. What is not wanted is not
 * unpacked.
 *
 * @throws FileRefusedError for an archive that must not be read, and for one that has none of it
 */
export const openArchive = async ({
  bytes,
  connection,
  source,
}: OpenArchiveArgs): Promise<Archive> => {
  const files = await listFiles({ bytes, source })
  const skips = files.flatMap((file) => {
    const skipped = source.skipped.find(({ names }) => hasName({ file, names }))
    return skipped ? [{ name: file.name, bytes: file.size, file, label: skipped.label }] : []
  })
  const skipped = new Set(skips.map(({ file }) => file))
  const open = files.filter((file) => !skipped.has(file))
  const found = await findWanted({ files: open, source })
  if (found.size === 0) {
    const why = describeNothing({ files, source })
    throw new FileRefusedError({ fault: 'unknown', file: bytes.name, why })
  }
  const read = [...found.values()].flat()
  const counted = new Map<string, number>()
  const newest = Math.max(...read.map(({ changedAt }) => changedAt?.getTime() ?? NaN))
  return {
    changedAt: Number.isNaN(newest) ? undefined : new Date(newest),
    connection,
    countRows: (name) => counted.get(name),
    found: Object.fromEntries([...found].map(([key, list]) => [key, list.map(({ name }) => name)])),
    has: (key) => found.has(key),
    others: open.length - new Set(read).size,
    rows: (key) =>
      keepPace(readRows({ counted, files: found.get(key) ?? [], wanted: source.files[key] })),
    skipped: skips.map(({ name, bytes: size, label }) => ({ name, bytes: size, label })),
    values: (key) =>
      keepPace(readValues({ counted, files: found.get(key) ?? [], wanted: source.files[key] })),
  }
}

type ListFilesArgs = { bytes: ByteSource; source: FileImport }

/** How files begin that people bring by mistake. */
const OTHERS: readonly [string, string][] = [
  ['1f8b', 'a gzip file'],
  ['25504446', 'a PDF'],
  ['52617221', 'a RAR archive'],
  ['377abcaf', 'a 7z archive'],
  ['d0cf11e0', 'an old Excel file'],
]

const ZIP = /^504b(?:0304|0506|0708)/

const listFiles = async ({ bytes, source }: ListFilesArgs): Promise<ArchiveFile[]> => {
  const start = (await readBytes({ bytes, end: Math.min(4, bytes.size), start: 0 })).toString('hex')
  if (ZIP.test(start)) {
    return await openZip({ bytes, limits: source.limits })
  }
  const other = OTHERS.find(([sign]) => start.startsWith(sign))
  if (other) {
    throw new FileRefusedError({
      fault: 'kind',
      file: bytes.name,
      why: `is ${other[1]}; bring a zip file or a single file of it`,
    })
  }
  const alone: ArchiveFile = {
    name: bytes.name,
    changedAt: undefined,
    open: () => bytes.read({ end: bytes.size, start: 0 }),
    size: bytes.size,
  }
  return [alone]
}

type HasNameArgs = { file: ArchiveFile; names: readonly string[] }

const hasName = ({ file, names }: HasNameArgs): boolean =>
  names.some((name) => matches({ name: toBaseName(file.name), pattern: name.toLowerCase() }))

/** A `*` stands for anything, once. */
const matches = ({ name, pattern }: { name: string; pattern: string }): boolean => {
  const [start = '', end] = pattern.split('*')
  return end === undefined
    ? name === start
    : name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end)
}

type FindWantedArgs = { files: readonly ArchiveFile[]; source: FileImport }

const findWanted = async ({
  files,
  source,
}: FindWantedArgs): Promise<Map<string, ArchiveFile[]>> => {
  const found = new Map<string, ArchiveFile[]>()
  const named = new Set<ArchiveFile>()
  const add = (key: string, file: ArchiveFile): void => {
    found.set(key, [...(found.get(key) ?? []), file])
    named.add(file)
  }
  for (const [key, wanted] of Object.entries(source.files)) {
    let lacking: FileRefusedError | undefined
    for (const file of files.filter((one) => hasName({ file: one, names: wanted.names }))) {
      // One that is called so and cannot be read is a failure: what is in it would be lost.
      const header = await readHeader({ file, wanted })
      if (header.missing.length === 0) {
        add(key, file)
      } else if (!header.isEmpty) {
        const columns = header.missing.map((column) => `"${column}"`).join(', ')
        const why = `has no column ${columns}`
        lacking = new FileRefusedError({ fault: 'columns', file: file.name, why })
      }
    }
    if (lacking && !found.has(key)) {
      throw lacking
    }
  }
  for (const [key, wanted] of Object.entries(source.files)) {
    const isFound = wanted.columns === undefined || found.has(key)
    for (const file of isFound ? [] : files.filter(isTable)) {
      if (!named.has(file) && (await isIt({ file, isAlone: files.length === 1, wanted }))) {
        add(key, file)
      }
    }
  }
  return found
}

const isTable = ({ name }: ArchiveFile): boolean => /\.(?:csv|tsv|txt)$/i.test(name)

type ReadHeaderArgs = { file: ArchiveFile; wanted: WantedFile }

/** What of its columns a file does not have, and whether it says instead that there is nothing. */
const readHeader = async ({ file, wanted }: ReadHeaderArgs) => {
  if ((wanted.format ?? 'csv') !== 'csv') {
    return { isEmpty: false, missing: [] }
  }
  const { names } = await findHeader({ file, wanted: [wanted] })
  return { isEmpty: names.length === 1, missing: findMissing({ header: names, wanted }) }
}

/** Whether a file of another name has the columns. What cannot be read is none, unless it is all. */
const isIt = async ({
  isAlone,
  ...args
}: { isAlone: boolean } & ReadHeaderArgs): Promise<boolean> => {
  try {
    const { missing } = await readHeader(args)
    return missing.length === 0
  } catch (error) {
    if (isAlone || !isSyncError(error, 'FILE_REFUSED')) {
      throw error
    }
    return false
  }
}

type DescribeNothingArgs = { files: readonly ArchiveFile[]; source: FileImport }

const describeNothing = ({ files, source }: DescribeNothingArgs): string => {
  const wanted = Object.values(source.files).flatMap(({ names }) => names.slice(0, 1))
  const known = wanted.map((name) => `"${name}"`).join(', ')
  return files.length === 1
    ? `is none of the files that are read: ${known}, each with its own columns`
    : `has none of the files that are read: ${known}, each with its own columns`
}

type ReadFilesArgs = {
  /** Is told how many there were, by name of the file. */
  counted: Map<string, number>
  files: readonly ArchiveFile[]
  wanted: undefined | WantedFile
}

async function* readRows({
  counted,
  files,
  wanted = { names: [] },
}: ReadFilesArgs): AsyncGenerator<FileRow> {
  for (const file of files) {
    yield* countInto({ counted, file, values: readCsv({ file, wanted }) })
  }
}

async function* readValues({ counted, files, wanted }: ReadFilesArgs): AsyncGenerator<unknown> {
  for (const file of files) {
    const values = wanted?.format === 'lines' ? readJsonLines(file) : readJson(file)
    yield* countInto({ counted, file, values })
  }
}

type CountIntoArgs<TValue> = {
  file: ArchiveFile
  values: AsyncIterable<TValue>
} & Pick<ReadFilesArgs, 'counted'>

async function* countInto<TValue>({
  counted,
  file,
  values,
}: CountIntoArgs<TValue>): AsyncGenerator<TValue> {
  let count = 0
  for await (const value of values) {
    count += 1
    yield value
  }
  counted.set(file.name, count)
}
