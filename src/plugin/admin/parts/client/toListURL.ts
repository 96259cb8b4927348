import { formatAdminURL } from 'payload/shared'

type ToListURLArgs = {
  adminRoute: string
  collection: string
  /** What the listed documents must have, by field: a value, or what Payload's operators compare. */
  where?: Readonly<Record<string, Readonly<Record<string, string>> | string>>
}

/** The address of a collection's list in the admin, filtered the way its own filter form does. */
export const toListURL = ({ adminRoute, collection, where = {} }: ToListURLArgs): string => {
  const conditions = Object.entries(where).flatMap(([field, wanted]) =>
    Object.entries(typeof wanted === 'string' ? { equals: wanted } : wanted).map(
      ([operator, value]) => `[${field}][${operator}]=${encodeURIComponent(value)}`,
    ),
  )
  const query = conditions.map((condition, index) => `where[or][0][and][${index}]${condition}`)
  const url = formatAdminURL({ adminRoute, path: `/collections/${collection}` })

  return query.length > 0 ? `${url}?${query.join('&')}` : url
}
