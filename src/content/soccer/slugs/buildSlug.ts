import type { FieldHook, PayloadRequest } from 'payload'

import { toSlug } from './toSlug.js'

/** Reads the name of the document that a relationship leads to; `null` where there is none. */
export type FindName = (args: { collection: string; value: unknown }) => Promise<null | string>

type BuildSlugArgs = {
  /** Slug of the collection whose documents get it. */
  collection: string
  /** What it is made of, from the fields that the document will have. */
  toText: (args: {
    document: Record<string, unknown>
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
    const text = await toText({ document, findName: (args) => findName({ ...args, req }) })
    const identity = [document.provider, document.externalId].map(String)
    const name = toSlug(text)
    // A name may leave nothing to make a slug of.
    const candidates = [name, toSlug(`${name} ${identity[1]}`)].filter(Boolean)

    for (const candidate of candidates) {
      if (!(await isTaken({ id, candidate, collection, req }))) {
        return candidate
      }
    }

    return toSlug([name, ...identity].join(' '))
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

type IsTakenArgs = { candidate: string; collection: string; id: unknown; req: PayloadRequest }

/**
 * Asked once for every new document, so straight from the database. It finds one in the trash as
 * well, which still holds its slug in the unique index.
 */
const isTaken = async ({ id, candidate, collection, req }: IsTakenArgs): Promise<boolean> => {
  const found = await req.payload.db.findOne({
    collection,
    req,
    where: {
      and: [{ slug: { equals: candidate } }, ...(id ? [{ id: { not_equals: id } }] : [])],
    },
  })

  return found !== null && found !== undefined
}
