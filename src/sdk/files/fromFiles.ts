import type { Cursor, Page } from '../Page.js'
import type { Scope } from '../Scope.js'
import type { OpenFiles } from './ImportedFiles.js'

import { ResourceError } from '../../shared/errors/index.js'
import { isImportedFiles } from './ImportedFiles.js'

type FileScope = { file: string }

type FromFilesArgs<TFile extends string> = {
  /** Records on a page, of which two are held at once. @default 500 */
  pageSize?: number
  /**
   * Makes records of the files of one archive, in an order that is always the same: a run that was
   * cut off goes on after so many of them. It may pass rows on as they are, or make one record of
   * several.
   */
  read: (files: OpenFiles<TFile>) => AsyncIterable<unknown>
}

type FromFiles = {
  fetchPage: (args: {
    cursor: Cursor | undefined
    scope: FileScope
    signal: AbortSignal
    source?: unknown
  }) => Promise<Page>
  maxPages: number
  scopes: { full: (args: { source?: unknown }) => Scope<FileScope>[] }
}

/** Where a read of one archive stands, for the next page of the same run. */
type Reading = { file: string; passed: number; records: AsyncIterator<unknown> }

const DEFAULT_PAGE_SIZE = 500

/** Half a thousand million records, in pages of the usual size. */
const MAX_PAGES = 1_000_000

/**
 * What a resource needs whose records come in files: spread it into `defineResource`. A run reads
 * every archive that waits, each as a scope of its own; what is not in an archive is not missing.
 */
export const fromFiles = <TFile extends string = string>({
  pageSize = DEFAULT_PAGE_SIZE,
  read,
}: FromFilesArgs<TFile>): FromFiles => {
  const readings = new WeakMap<object, Reading>()

  const begin = async ({ file, passed, source }: BeginArgs): Promise<Reading> => {
    const records = read((await source.open(file)) as OpenFiles<TFile>)[Symbol.asyncIterator]()
    for (let index = 0; index < passed; index += 1) {
      await records.next()
    }
    return { file, passed, records }
  }

  return {
    fetchPage: async ({ cursor, scope: { file }, signal, source }) => {
      const files = requireFiles(source)
      const passed = typeof cursor === 'number' ? cursor : 0
      const before = readings.get(files)
      const isNext = before?.file === file && before.passed === passed
      if (before && !isNext) {
        await before.records.return?.()
      }
      const reading = isNext ? before : await begin({ file, passed, source: files })
      readings.set(files, reading)
      const page: unknown[] = []
      let isOver = false
      while (page.length < pageSize && !isOver) {
        signal.throwIfAborted()
        const { done, value } = await reading.records.next()
        isOver = done === true
        if (!isOver) {
          page.push(value)
        }
      }
      reading.passed += page.length
      const { date } = await files.open(file)
      return { records: page, saidAt: date, ...(!isOver && { next: reading.passed }) }
    },
    maxPages: MAX_PAGES,
    scopes: {
      full: ({ source }) => {
        const { files } = requireFiles(source)
        if (files.length === 0) {
          throw new ResourceError(
            'No file waits to be imported. Upload one at the connection, or use "payload sync import".',
          )
        }
        return files.map(({ id, name }) => ({
          key: `file-${id}`,
          label: name,
          params: { file: id },
        }))
      },
    },
  }
}

type BeginArgs = { file: string; passed: number; source: ReturnType<typeof requireFiles> }

const requireFiles = (source: unknown) => {
  if (!isImportedFiles(source)) {
    throw new ResourceError('fromFiles() is for a provider with source: importFile({ … }).')
  }
  return source
}
