import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { FileImport, Provider } from '../../../sdk/index.js'
import type { Sync } from '../../engine/Sync.js'

import { limitProviders } from '../../../sdk/connections/Sight.js'
import { isFileImport } from '../../../sdk/index.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { getProvider } from '../../engine/work/getProvider.js'

type GetFileSourceArgs = {
  connection: string
  payload: Payload
  provider: string
  sight: Sight | undefined
}

type FileSource = { provider: Provider; source: FileImport; sync: Sync }

/**
 * A provider whose records come in files, with a connection that somebody may know of.
 *
 * @throws RefusedError for names nobody knows, and a provider whose records do not come in files
 */
export const getFileSource = async ({
  connection,
  payload,
  provider: name,
  sight = 'all',
}: GetFileSourceArgs): Promise<FileSource> => {
  const sync = await loadSync({ payload })
  const providers = limitProviders({ providers: sync.providers, sight })
  const provider = getProvider({ connection, provider: name, providers })
  if (!isFileImport(provider.source)) {
    throw new RefusedError({
      code: 'IMPORT_UNAVAILABLE',
      message: `${provider.label} does not take files.`,
    })
  }
  return { provider: sync.providers.get(name) ?? provider, source: provider.source, sync }
}
