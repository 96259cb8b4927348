import type { PayloadRequest } from 'payload'

type SlugArgs = {
  candidate: string
  /** Slug of the collection. */
  collection: string
  /** Which document wants it, by provider and external id. */
  owner: string
  req: PayloadRequest
}

type Known = {
  /** Whether the database had it before the documents of a batch. */
  asked: Map<string, boolean>
  /** To which document it was given. */
  given: Map<string, string>
}

/** What is known in one transaction. Documents that are stored together are not found by a query. */
const knownBy = new WeakMap<PayloadRequest, Known>()

const toKey = ({ candidate, collection }: Pick<SlugArgs, 'candidate' | 'collection'>): string =>
  `${collection}/${candidate}`

const openKnown = (req: PayloadRequest): Known => {
  const known = knownBy.get(req) ?? { asked: new Map(), given: new Map() }
  knownBy.set(req, known)
  return known
}

/** Notes that a document of this transaction has a slug. */
export const noteSlug = ({ owner, req, ...slug }: SlugArgs): void => {
  if (req.transactionID) {
    openKnown(req).given.set(toKey(slug), owner)
  }
}

type IsTakenArgs = { id: unknown } & SlugArgs

/**
 * Whether another document has a slug. Asked once for every new document, so straight from the
 * database. It finds one in the trash as well, which still holds its slug in the unique index.
 */
export const isTaken = async ({ id, owner, req, ...slug }: IsTakenArgs): Promise<boolean> => {
  const known = knownBy.get(req)
  const given = known?.given.get(toKey(slug))
  if (given !== undefined) {
    return given !== owner
  }
  const asked = id ? undefined : known?.asked.get(toKey(slug))
  if (asked !== undefined) {
    return asked
  }
  const found = await req.payload.db.findOne({
    collection: slug.collection,
    req,
    where: {
      and: [{ slug: { equals: slug.candidate } }, ...(id ? [{ id: { not_equals: id } }] : [])],
    },
  })
  return found !== null && found !== undefined
}

type FindSlugsArgs = { candidates: readonly string[] } & Pick<SlugArgs, 'collection' | 'req'>

/**
 * Asks for many slugs at once, so that `isTaken` knows of them for the rest of the transaction.
 * Returns those that documents have.
 */
export const findSlugs = async ({
  candidates,
  collection,
  req,
}: FindSlugsArgs): Promise<ReadonlySet<unknown>> => {
  if (!req.transactionID || candidates.length === 0) {
    return new Set()
  }
  const { docs } = await req.payload.db.find<{ slug?: unknown }>({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: { slug: true },
    where: { slug: { in: [...candidates] } },
  })
  const taken = new Set(docs.map(({ slug }) => slug))
  const { asked } = openKnown(req)
  candidates.forEach((candidate) =>
    asked.set(toKey({ candidate, collection }), taken.has(candidate)),
  )
  return taken
}
