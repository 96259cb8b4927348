import type { PayloadRequest, Where } from 'payload'

import { combineQueries } from 'payload'

import type { SaveArgs } from './SaveArgs.js'

type FindTargetsArgs = {
  args: SaveArgs
  /** Slug. */
  collection: string
  operation: 'delete' | 'restoreVersion' | 'update'
  req: PayloadRequest
}

type Id = number | string

/**
 * Ids of the documents that an operation is about to write. None where that is not for this person
 * or cannot be told, which Payload says in its own words when its turn comes.
 */
export const findTargets = async ({
  args,
  collection,
  operation,
  req,
}: FindTargetsArgs): Promise<Id[]> => {
  const { id, where } = args
  if (operation === 'restoreVersion') {
    return id === undefined ? [] : await findParent({ id, collection, req })
  }
  if (id !== undefined) {
    return [id]
  }
  const { config } = req.payload.collections[collection] ?? {}
  if (!where || !config) {
    return []
  }
  const may = args.overrideAccess ? true : await config.access[operation]({ data: args.data, req })
  // A draft is looked for among the versions; whoever it is, it is locked before it is written.
  if (may === false || args.draft) {
    return []
  }
  const { docs } = await req.payload.db.find<{ id: Id }>({
    collection,
    limit: args.limit ?? 0,
    pagination: false,
    req,
    select: { id: true },
    sort: args.sort ?? config.defaultSort,
    where: combineQueries(where, may as boolean | Where),
  })
  return docs.map((document) => document.id)
}

/** The document of a version. */
const findParent = async ({
  id,
  collection,
  req,
}: { id: Id } & Pick<FindTargetsArgs, 'collection' | 'req'>): Promise<Id[]> => {
  const { docs } = await req.payload.db.findVersions({
    collection,
    limit: 1,
    pagination: false,
    req,
    select: { parent: true },
    where: { id: { equals: id } },
  })
  return docs.flatMap(({ parent }) => (parent === undefined ? [] : [parent]))
}
