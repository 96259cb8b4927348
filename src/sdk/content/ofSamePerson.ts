import type { FilterOptions } from 'payload'

type Belonging = { connection?: unknown; owner?: unknown }

/**
 * Documents of the person whose document it is, or of whoever makes it; of a document that came with
 * a connection of the config, those that came so. Payload asks the same when a form lists them and
 * when a value is saved, so an id that was guessed is refused. Code that names no user may point to
 * anything.
 */
export const ofSamePerson: FilterOptions = ({ data, user }) => {
  if (!user) {
    return true
  }
  const { connection, owner: given } = (data ?? {}) as Belonging
  const owner = toId(given)
  return owner === undefined && connection
    ? { owner: { exists: false } }
    : { owner: { equals: owner ?? user.id } }
}

const toId = (value: unknown): number | string | undefined => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}
