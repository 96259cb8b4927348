import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Sync } from '../../engine/Sync.js'
import type { StoredFile } from '../../store/files/StoredFile.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { findFiles } from '../../store/files/findFiles.js'

export type { StoredFile } from '../../store/files/StoredFile.js'

export type FileArgs = {
  fileId: string
  payload: Payload
  /** Files of other connections are none that there are. @default 'all' */
  sight?: Sight
}

/** A file that somebody brought. @throws RefusedError when there is none of that id */
export const getFile = async ({
  fileId,
  payload,
  sight = 'all',
}: FileArgs): Promise<{ file: StoredFile; sync: Sync }> => {
  const sync = await loadSync({ payload })
  const [file] = await findFiles({ database: sync.database, filter: { id: fileId } })
  if (!file || !isInSight({ connection: file.connection, sight })) {
    throw new RefusedError({ code: 'UNKNOWN_FILE', message: `There is no file ${fileId}.` })
  }
  return { file, sync }
}
