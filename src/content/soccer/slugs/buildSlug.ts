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

    const id: unknown = originalDoc?.id
    // What is new holds all there is, and a copy of it would cost more than the rest of this.
    const document: Record<string, unknown> = id ? { ...originalDoc, ...data } : (data ?? {})
    const names = await toNames({ document, req, toText })

    for (const candidate of toCandidates(names)) {
      const asked = { candidate, collection, owner: names.identity.join('/'), req }
      if (!(await isTaken({ ...asked, id }))) {
        noteSlug(asked)
        return candidate
      }
    }
    // Which nobody else can be called.
    return toSlug([names.name, ...names.identity].join(' '))
  }

/**
 * Looks for all new documents at once whether others have the slugs that they will be given. What
 * their hooks find out then costs no query each.
 */
export const prepareSlugs =
  ({ collection, toText }: BuildSlugArgs): PrepareMany =>
  async ({ documents, req }) => {
    const wanted: Generator<string>[] = []
    for (const document of documents) {
      wanted.push(toCandidates(await toNames({ document, req, toText })))
    }
    const best = new Map<string, Generator<string>[]>()
    for (const candidates of wanted) {
      const { value } = candidates.next() as IteratorResult<string, undefined>
      if (value !== undefined) {
        const those = best.get(value) ?? []
        best.set(value, those)
        those.push(candidates)
      }
    }
    const asked = { collection, req }
    const taken = await findSlugs({ ...asked, candidates: [...best.keys()] })
    // Only one may be called what nobody is called.
    const others = [...best].flatMap(([slug, those]) => (taken.has(slug) ? those : those.slice(1)))
    await findSlugs({ ...asked, candidates: [...new Set(others.flatMap((left) => [...left]))] })
  }

type ToNamesArgs = {
  document: Readonly<Record<string, unknown>>
  req: PayloadRequest
} & Pick<BuildSlugArgs, 'toText'>

/** What a document is called, and by what it is known: provider and external id. */
type Names = { identity: readonly [provider: string, externalId: string]; name: string }

const toNames = async ({ document, req, toText }: ToNamesArgs): Promise<Names> => {
  const text = await toText({ document, findName: (args) => findName({ ...args, req }) })
  return {
    identity: [String(document.provider), String(document.externalId)],
    // May leave nothing to make a slug of.
    name: toSlug(text),
  }
}

/** What a document may be called, the best first. Most need no more than that. */
function* toCandidates({ name, identity: [, externalId] }: Names): Generator<string> {
  if (name) {
    yield name
  }
  const longer = toSlug(`${name} ${externalId}`)
  if (longer) {
    yield longer
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
