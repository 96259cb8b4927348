import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { SettingChoice } from '../../../sdk/index.js'

import { askConnection } from './askConnection.js'
import { getConnection } from './getConnection.js'

type ListChoicesArgs = {
  connectionId: number | string
  payload: Payload
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

/**
 * What the provider offers for the settings of a connection, by name.
 *
 * @throws RefusedError when there is none of that id, or it has no credentials
 * @throws SyncError when the provider fails
 */
export const listChoices = async (
  args: ListChoicesArgs,
): Promise<Record<string, SettingChoice[]>> => {
  const found = await getConnection(args)
  const choices: Record<string, SettingChoice[]> = {}
  for (const [name, ask] of Object.entries(found.provider.accounts?.choices ?? {})) {
    choices[name] = await askConnection({ ask, found })
  }
  return choices
}
