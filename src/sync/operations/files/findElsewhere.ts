import type { Provider } from '../../../sdk/index.js'
import type { Sync } from '../../engine/Sync.js'
import type { ByteSource } from '../../files/ByteSource.js'

import { isFileImport } from '../../../sdk/index.js'
import { FileRefusedError } from '../../../shared/errors/index.js'
import { openArchive } from '../../files/openArchive.js'

type FindElsewhereArgs = {
  bytes: ByteSource
  connection: string
  /** Why it cannot be read as what it was brought for. */
  error: unknown
  provider: Provider
  sync: Pick<Sync, 'providers'>
}

/** A refusal that names the provider whose archive somebody brought by mistake, if it is one. */
export const findElsewhere = async ({
  bytes,
  connection,
  error,
  provider,
  sync: { providers },
}: FindElsewhereArgs): Promise<unknown> => {
  const isNotHere =
    error instanceof FileRefusedError && (error.fault === 'unknown' || error.fault === 'columns')
  for (const other of isNotHere ? providers.values() : []) {
    if (other.name !== provider.name && isFileImport(other.source)) {
      const isOfOther = await openArchive({ bytes, connection, source: other.source }).then(
        () => true,
        () => false,
      )
      if (isOfOther) {
        return new FileRefusedError({
          fault: 'elsewhere',
          file: bytes.name,
          why: `is of ${other.label}, and this is for ${provider.label}; bring it to a connection to ${other.label}`,
        })
      }
    }
  }
  return error
}
