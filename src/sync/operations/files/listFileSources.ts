import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { limitProviders } from '../../../sdk/connections/Sight.js'
import { isFileImport } from '../../../sdk/index.js'
import { loadSync } from '../../engine/Sync.js'

/** A provider whose records come in files, and for whom they can be brought. */
export type FileSourceFacts = {
  /** By what they are called. */
  connections: { label: string; name: string }[]
  label: string
  provider: string
}

type ListFileSourcesArgs = {
  payload: Payload
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

/** The providers whose records come in files, with the connections that somebody may know of. */
export const listFileSources = async ({
  payload,
  sight = 'all',
}: ListFileSourcesArgs): Promise<FileSourceFacts[]> => {
  const { providers } = await loadSync({ payload })
  return [...limitProviders({ providers, sight }).values()]
    .filter(({ source }) => isFileImport(source))
    .map((provider) => ({
      connections: listReadyConnections(provider)
        .map((name) => ({ name, label: provider.connections.get(name)?.label ?? name }))
        .toSorted((one, other) => one.label.localeCompare(other.label)),
      label: provider.label,
      provider: provider.name,
    }))
}
