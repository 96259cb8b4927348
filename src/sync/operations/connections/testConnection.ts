import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { isSyncError } from '../../../shared/errors/index.js'
import { updateConnection } from '../../store/connections/updateConnection.js'
import { askConnection } from './askConnection.js'
import { getConnection } from './getConnection.js'

type TestConnectionArgs = {
  connectionId: number | string
  payload: Payload
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

export type ConnectionTest = {
  /** Whether the provider let it in. */
  isWorking: boolean
  /** In words. */
  message: string
}

/**
 * Finds out whether a connection works, with one request.
 *
 * @throws RefusedError when there is none of that id
 */
export const testConnection = async (args: TestConnectionArgs): Promise<ConnectionTest> => {
  const found = await getConnection(args)
  const { connection, provider, stored, sync } = found
  const name = { connection: stored.name, provider: provider.name }
  const { test } = provider.accounts ?? {}
  try {
    await askConnection({ ask: async (asked) => await test?.(asked), found })
  } catch (error) {
    if (!isSyncError(error)) {
      throw error
    }
    const isRefused = error.code === 'CREDENTIALS_REFUSED'
    if (isRefused && stored.status !== 'deactivated') {
      await updateConnection({
        ...name,
        database: sync.database,
        state: { lastError: error.message, status: 'refused' },
      })
    }
    return { isWorking: false, message: error.message }
  }
  if (stored.status === 'new' || stored.status === 'refused') {
    await updateConnection({
      ...name,
      database: sync.database,
      state: { lastError: null, status: 'working' },
    })
  }
  const [problem] = connection.problems
  return {
    isWorking: true,
    message: test
      ? [`${provider.label} accepts the credentials.`, ...(problem ? [problem] : [])].join(' ')
      : `${provider.label} has no test; the credentials are complete.`,
  }
}
