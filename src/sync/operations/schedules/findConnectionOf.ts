import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { limitProviders } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { findConnections } from '../../store/connections/findConnections.js'

type FindConnectionOfArgs = {
  /** Its name, or the id of its row. @default the one called `default` */
  connection: number | string | undefined
  payload: Payload
  /** @default the one that has the connection */
  provider: string | undefined
  /** Others are none that there are. */
  sight: Sight
}

/**
 * Which provider and connection are meant by a name or the id of a row.
 *
 * @throws RefusedError when nobody knows it, or several providers have one of the name
 */
export const findConnectionOf = async ({
  connection: wanted,
  payload,
  provider,
  sight,
}: FindConnectionOfArgs): Promise<{ connection?: string; provider: string }> => {
  const sync = await loadSync({ payload })
  const providers = limitProviders({ providers: sync.providers, sight })
  const isAsked = (name: string): boolean => provider === undefined || name === provider
  if (wanted === undefined) {
    const [only, ...others] = [...providers.keys()].filter(isAsked)
    if (only === undefined || others.length > 0) {
      throw new RefusedError({
        code: 'UNKNOWN_PROVIDER',
        message:
          provider === undefined
            ? 'Name the provider or the connection that the schedule is for.'
            : `There is no provider "${provider}" (known: ${[...providers.keys()].join(', ')}).`,
      })
    }
    return { provider: only }
  }
  const row = (await findConnections({ database: sync.database, filter: { id: wanted } }))[0]
  const name = row && String(row.id) === String(wanted) ? row.name : String(wanted)
  const owners = [...providers.values()].filter(
    (one) => isAsked(one.name) && one.connections.has(name),
  )
  const [owner] = owners
  if (!owner || owners.length > 1) {
    throw new RefusedError({
      code: 'UNKNOWN_CONNECTION',
      message: owner
        ? `Several providers have a connection "${wanted}" (${owners.map((one) => one.name).join(', ')}); name the provider.`
        : `There is no connection "${wanted}".`,
    })
  }
  return { connection: name, provider: owner.name }
}
