import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'

type ToScopeKeyArgs = {
  connection: string
  /** All names that the provider has. */
  connections: readonly string[]
  /** As the resource gives it. */
  key: string
}

/**
 * The key that the records of a scope are kept under. No two connections of a provider share one:
 * what north has proves nothing of what south has. Keys of the default connection stay as they are,
 * unless they look like those of a connection.
 */
export const toScopeKey = ({ connection, connections, key }: ToScopeKeyArgs): string => {
  const isPlain =
    connection === DEFAULT_CONNECTION &&
    (connections.every((name) => name === DEFAULT_CONNECTION) ||
      !connections.some((name) => key.startsWith(`${name}/`)))
  return isPlain ? key : `${connection}/${key}`
}

type FindScopeConnectionArgs = {
  connections: readonly string[]
  /** As `toScopeKey` made it. */
  key: string
}

/** The connection that read a scope; `undefined` where it is none of these. */
export const findScopeConnection = ({
  connections,
  key,
}: FindScopeConnectionArgs): string | undefined =>
  connections.find((name) => key.startsWith(`${name}/`)) ??
  connections.find((name) => name === DEFAULT_CONNECTION)
