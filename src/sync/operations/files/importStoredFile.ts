import type { Run, Trigger } from '../../run/Run.js'
import type { Asker } from '../../store/runs/initiator.js'
import type { FileArgs } from './getFile.js'

import { FileRefusedError } from '../../../shared/errors/index.js'
import { updateFile } from '../../store/files/writeFile.js'
import { startRun } from '../runs/startRun.js'
import { getFile } from './getFile.js'
import { getFileSource } from './getFileSource.js'

type ImportStoredFileArgs = { initiatedBy: Asker; trigger: Trigger } & FileArgs

/**
 * Imports a file that was brought: queues a run of every resource of its provider, for any worker on
 * any host.
 *
 * @throws RefusedError when there is none of that id, or its provider is not set up
 * @throws FileRefusedError when its content is gone
 */
export const importStoredFile = async ({
  initiatedBy,
  trigger,
  ...args
}: ImportStoredFileArgs): Promise<Run[]> => {
  const { file, sync } = await getFile(args)
  const { connection, provider: name } = file
  const { payload, sight } = args
  const { provider } = await getFileSource({ connection, payload, provider: name, sight })
  if (file.status === 'receiving') {
    throw new FileRefusedError({ file: file.name, why: 'is not here completely yet' })
  }
  if (file.status === 'imported' && !sync.files.keep) {
    throw new FileRefusedError({ file: file.name, why: 'was imported and removed; bring it again' })
  }
  await updateFile({
    id: file.id,
    database: sync.database,
    values: { pending: [...provider.resources.keys()], problem: null, status: 'importing' },
  })
  const runs = await startRun({
    connection,
    initiatedBy,
    mode: 'full',
    payload,
    provider: name,
    sight,
    trigger,
  })
  await updateFile({
    id: file.id,
    database: sync.database,
    values: { runs: runs.map(({ id }) => String(id)) },
  })
  return runs
}
