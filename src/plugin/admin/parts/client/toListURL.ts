import { formatAdminURL } from 'payload/shared'

type ToListURLArgs = {
  adminRoute: string
  collection: string
  /** Values the listed documents must have, by field. */
  where?: Readonly<Record<string, string>>
}

/** The address of a collection's list in the admin, filtered the way its own filter form does. */
export const toListURL = ({ adminRoute, collection, where = {} }: ToListURLArgs): string => {
  const query = Object.entries(where).map(
    ([field, value], index) =>
      `where[or][0][and][${index}][${field}][equals]=${encodeURIComponent(value)}`,
  )
  const url = formatAdminURL({ adminRoute, path: `/collections/${collection}` })

  return query.length > 0 ? `${url}?${query.join('&')}` : url
}
