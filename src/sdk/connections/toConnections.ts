import type { Connection, ConnectionOptions } from './Connection.js'

import { isBlank } from '../options/optionRules.js'
import { DEFAULT_CONNECTION, isStoredName, STORED_PREFIX } from './Connection.js'

const NAME = /^[a-z][a-z0-9-]*$/i

type ToConnectionsArgs = {
  connections?: Readonly<Record<string, ConnectionOptions>>
  /** Whether people may enter others, so that there need not be any. @default false */
  isOpen?: boolean
  /** The provider as people read it. */
  label: string
  /** Filled with whatever cannot work. */
  mistakes: string[]
}

/**
 * The connections of a provider by name. Without any there is one, with nothing to sign in with.
 */
export const toConnections = ({
  connections = { [DEFAULT_CONNECTION]: {} },
  isOpen = false,
  label,
  mistakes,
}: ToConnectionsArgs): Map<string, Connection> => {
  const entries = Object.entries(connections)
  if (entries.length === 0 && !isOpen) {
    mistakes.push('connections must name at least one')
  }
  return new Map(
    entries.map(([name, { credentials = {}, settings = {} }]) => {
      if (!NAME.test(name)) {
        mistakes.push(`connection name must match ${NAME} (was "${name}")`)
      }
      if (isStoredName(name)) {
        mistakes.push(
          `connection name must not begin with "${STORED_PREFIX}", as those do that people enter ` +
            `(was "${name}")`,
        )
      }
      const given = Object.entries(credentials)
      mistakes.push(
        ...given
          .filter(([, value]) => value !== undefined && typeof value !== 'string')
          .map(
            ([key, value]) =>
              `credential "${key}" of connection "${name}" must be text (was ${typeof value})`,
          ),
      )
      const missing = given.filter(([, value]) => isBlank(value)).map(([key]) => key)
      return [
        name,
        {
          name,
          credentials: Object.fromEntries(given.map(([key, value]) => [key, value ?? ''])),
          problems: missing.map(
            (key) => `The connection "${name}" of ${label} has no credential "${key}".`,
          ),
          settings,
        },
      ]
    }),
  )
}
