import { composeId } from '../../../sdk/index.js'

type ToPersonalIdArgs = {
  /** The name of the connection a record came with: `name` of what `source` is given. */
  connection: string
  /** What tells the record from all others of the same connection and collection. */
  parts: readonly (null | number | string | undefined)[]
}

/**
 * The `externalId` of a record that belongs to one person. It begins with the connection, so that
 * two people's charges of one period never meet.
 *
 * @throws Error when a part is absent or blank
 */
export const toPersonalId = ({ connection, parts }: ToPersonalIdArgs): string =>
  composeId({ parts: [connection, ...parts] })
