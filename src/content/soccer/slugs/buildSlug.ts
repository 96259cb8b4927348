import type { FieldHook, PayloadRequest } from 'payload'

import type { PrepareMany } from '../../../sdk/index.js'

import { findSlugs, isTaken, noteSlug } from './takenSlugs.js'
import { toSlug } from './toSlug.js'

/** Reads the name of the document that a relationship leads to; `null` where there is none. */
export type FindName = (args: { collection: string; value: unknown }) => Promise<null | string>

type BuildSlugArgs = {
  /** Slug of the collection whose documents get it. */
  collection: string
  /** What it is made of, from the fields that the document will have. */
  toText: (args: {
    document: Readonly<Record<string, unknown>>
    findName: FindName
  }) => Promise<string> | string
}

/**
 * Gives a document its slug once. A slug that is set stays, whatever the document is called later,
 * because sites link to it; an empty one is made anew. Where another document has it already, the
 * external id is added, and then the provider's name, so that look-alikes get the same slugs
 * wherever they are stored in the same order.
 */
export const buildSlug =
  ({ collection, toText }: BuildSlugArgs): FieldHook =>
  async ({ data, originalDoc, req, value }) => {
    const stored: unknown = originalDoc?.slug
    if (value === undefined && stored) {
      return stored
    }

    const given = typeof value === 'string' ? toSlug(value) : ''
    if (given) {
      return given
    }

    const document: Record<string, unknown> = { ...originalDoc, ...data }
    const id: unknown = originalDoc?.id
    const { candidates, last, owner } = await toCandidates({ document, req, toText })

    for (const candidate of candidates) {
      const asked = { candidate, collection, owner, req }
      if (!(await isTaken({ ...asked, id }))) {
        noteSlug(asked)
        return candidate
      }
    }

    return last
  }

/**
 * Looks once for all new documents whether others have the slugs that they will be given. What
 * their hooks find out then costs no query each.
 */
export const prepareSlugs =
  ({ collection, toText }: BuildSlugArgs): PrepareMany =>
  async ({ documents, req }) => {
    const wanted = new Set<string>()
    for (const document of documents) {
      const { candidates } = await toCandidates({ document, req, toText })
      candidates.forEach((candidate) => wanted.add(candidate))
    }
    await findSlugs({ candidates: [...wanted], collection, req })
  }

type ToCandidatesArgs = {
  document: Readonly<Record<string, unknown>>
  req: PayloadRequest
} & Pick<BuildSlugArgs, 'toText'>

/** What a document may be called, the best first, and what nobody else can be called. */
const toCandidates = async ({ document, req, toText }: ToCandidatesArgs) => {
  const text = await toText({ document, findName: (args) => findName({ ...args, req }) })
  const identity = [document.provider, document.externalId].map(String)
  const name = toSlug(text)
  return {
    // A name may leave nothing to make a slug of.
    candidates: [name, toSlug(`${name} ${identity[1]}`)].filter(Boolean),
    last: toSlug([name, ...identity].join(' ')),
    owner: identity.join('/'),
  }
}

type FindNameArgs = { req: PayloadRequest } & Parameters<FindName>[0]

const findName = async ({ collection, req, value }: FindNameArgs): Promise<null | string> => {
  const id = typeof value === 'object' && value && 'id' in value ? value.id : value
  if (typeof id !== 'number' && typeof id !== 'string') {
    return null
  }
  const found = await req.payload.findByID({
    id,
    collection,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })

  return found && 'name' in found && typeof found.name === 'string' ? found.name : null
}
