import type { BeforeWriteArgs } from '../../../run/BeforeWrite.js'

import { isObject } from '../../merge/flatten.js'

type ToWritableDataArgs = {
  job: {
    beforeWrite?: ((args: BeforeWriteArgs) => unknown) | undefined
    collection: string
    provider: { name: string }
  }
} & Omit<BeforeWriteArgs, 'collection' | 'provider'>

/**
 * What is written of a document, with the project's word on it.
 *
 * @throws Error when the project's `beforeWrite` gives back no data
 */
export const toWritableData = async ({
  data,
  job: { beforeWrite, collection, provider },
  ...rest
}: ToWritableDataArgs): Promise<Record<string, unknown>> => {
  if (!beforeWrite) {
    return data
  }
  const changed = await beforeWrite({ ...rest, collection, data, provider: provider.name })
  if (!isObject(changed)) {
    throw new Error('beforeWrite of syncPlugin gave back no data; return the data to write.')
  }
  const { externalId: _externalId, provider: _provider, ...others } = changed
  return others
}
