import type { FlattenedField, PayloadRequest } from 'payload'

/** A value of a field that may lead to a document. */
export type Pointer = {
  field: FlattenedField | undefined
  /** Whether it is what the provider calls the record, and not the id of a document. */
  isSaid: boolean
  value: unknown
}

type FindTitlesArgs = { pointers: readonly Pointer[]; provider: string; req: PayloadRequest }

export type TitleOf = (pointer: Pointer) => string | undefined

/**
 * The titles of documents that values lead to, with the reader's rights. One look per collection.
 */
export const findTitles = async ({ pointers, provider, req }: FindTitlesArgs): Promise<TitleOf> => {
  const wanted = new Map<string, { ids: Set<string>; said: Set<string> }>()
  for (const { field, isSaid, value } of pointers) {
    for (const one of Array.isArray(value) ? value : [value]) {
      for (const { id, collection } of listTargets({ field, isSaid, value: one })) {
        const of = wanted.get(collection) ?? { ids: new Set(), said: new Set() }
        wanted.set(collection, of)
        of[isSaid ? 'said' : 'ids'].add(id)
      }
    }
  }
  const titles = new Map<string, string>()
  for (const [collection, { ids, said }] of wanted) {
    const read = await readTitles({ collection, ids: [...ids], provider, req, said: [...said] })
    for (const { id, externalId, title } of read) {
      titles.set(`${collection}/id/${id}`, title)
      if (externalId !== undefined) {
        titles.set(`${collection}/said/${externalId}`, title)
      }
    }
  }
  return (pointer) =>
    listTargets(pointer)
      .map(({ id, collection }) =>
        titles.get(`${collection}/${pointer.isSaid ? 'said' : 'id'}/${id}`),
      )
      .find((title) => title !== undefined)
}

/** Where a value may lead to. */
const listTargets = ({ field, isSaid, value }: Pointer): { collection: string; id: string }[] => {
  if (field?.type !== 'relationship' && field?.type !== 'upload') {
    return []
  }
  if (typeof value === 'object' && value !== null) {
    const { externalId, relationTo, value: held } = value as Record<string, unknown>
    return typeof relationTo === 'string' && isId(held)
      ? [{ id: String(held), collection: relationTo }]
      : listTargets({ field, isSaid, value: isId(externalId) ? externalId : null })
  }
  return isId(value)
    ? [field.relationTo].flat().map((collection) => ({ id: String(value), collection }))
    : []
}

const isId = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

type ReadTitlesArgs = {
  collection: string
  ids: string[]
  said: string[]
} & Pick<FindTitlesArgs, 'provider' | 'req'>

type Titled = { externalId?: string; id: string; title: string }

const readTitles = async ({
  collection,
  ids,
  provider,
  req,
  said,
}: ReadTitlesArgs): Promise<Titled[]> => {
  const config = req.payload.collections[collection]?.config
  if (!config) {
    return []
  }
  const names = new Set(config.flattenedFields.map(({ name }) => name))
  const isSynced = names.has('externalId') && names.has('provider')
  const name = config.admin.useAsTitle ?? 'id'
  const isNumber = req.payload.db.defaultIDType === 'number' && !names.has('id')
  const own = ids.filter((id) => !isNumber || /^\d{1,9}$/.test(id))
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    req,
    select: { [name]: true, ...(isSynced && { externalId: true, provider: true }) },
    where: {
      or: [
        { id: { in: own } },
        ...(isSynced
          ? [{ and: [{ externalId: { in: said } }, { provider: { equals: provider } }] }]
          : []),
      ],
    },
  })
  return (docs as unknown as ({ id: number | string } & Record<string, unknown>)[]).map((found) => {
    const text = found[name]
    return {
      id: String(found.id),
      title: typeof text === 'string' && text !== '' ? text : String(found.id),
      ...(found.provider === provider && { externalId: String(found.externalId) }),
    }
  })
}
