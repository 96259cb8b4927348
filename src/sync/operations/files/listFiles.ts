import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { StoredFile } from '../../store/files/StoredFile.js'

import { findFiles } from '../../store/files/findFiles.js'
import { getFileSource } from './getFileSource.js'

type ListFilesArgs = {
  connection: string
  payload: Payload
  provider: string
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

/** The files that were brought for a connection, the newest first. */
export const listFiles = async ({
  connection,
  payload,
  provider,
  sight,
}: ListFilesArgs): Promise<StoredFile[]> => {
  const { sync } = await getFileSource({ connection, payload, provider, sight })
  const files = await findFiles({ database: sync.database, filter: { connection, provider } })
  return files.reverse()
}
