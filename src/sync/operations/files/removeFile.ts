import type { FileArgs } from './getFile.js'

import { removeFiles } from '../../store/files/writeFile.js'
import { getFile } from './getFile.js'

/** Removes a file that somebody brought. What was imported of it stays. */
export const removeFile = async (args: FileArgs): Promise<void> => {
  const { file, sync } = await getFile(args)
  await removeFiles({ database: sync.database, filter: { id: file.id } })
}
