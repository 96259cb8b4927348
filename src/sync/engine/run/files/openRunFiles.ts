import type { FileImport, ImportedFiles } from '../../../../sdk/index.js'
import type { Archive } from '../../../files/openArchive.js'
import type { Database } from '../../../store/Database.js'
import type { StoredFile } from '../../../store/files/StoredFile.js'

import { FileRefusedError } from '../../../../shared/errors/index.js'
import { openArchive } from '../../../files/openArchive.js'
import { findFiles } from '../../../store/files/findFiles.js'
import { openStoredFile } from '../../../store/files/parts.js'

type OpenRunFilesArgs = {
  connection: string
  database: Database
  provider: string
  /** Whose files are listed: those it has not read yet. */
  resource: string
  source: FileImport
}

/** The files of a connection that wait for a resource, each opened when it is first asked for. */
export const openRunFiles = async ({
  connection,
  database,
  provider,
  resource,
  source,
}: OpenRunFilesArgs): Promise<ImportedFiles> => {
  const own = { connection, provider }
  const files = await findFiles({
    database,
    filter: { ...own, pending: resource, statuses: ['importing', 'failed'] },
  })
  return toImportedFiles({
    files,
    open: async (id) => {
      const [file] = await findFiles({ database, filter: { ...own, id } })
      if (!file) {
        throw new FileRefusedError({
          fault: 'gone',
          file: id,
          why: 'is not there any more; bring it again',
        })
      }
      const bytes = openStoredFile({ database, file })
      const archive = await openArchive({ bytes, connection, source })
      return { ...archive, date: new Date(file.heldAt ?? file.createdAt) }
    },
  })
}

type ToImportedFilesArgs = {
  files: readonly Pick<StoredFile, 'id' | 'name'>[]
  open: (id: string) => Promise<{ date: Date } & Archive>
}

/** Opens each once. */
export const toImportedFiles = ({ files, open }: ToImportedFilesArgs): ImportedFiles => {
  const opened = new Map<string, ReturnType<typeof open>>()
  return {
    files: files.map(({ id, name }) => ({ id, name })),
    open: (id) => {
      const archive = opened.get(id) ?? open(id)
      opened.set(id, archive)
      return archive
    },
  }
}
