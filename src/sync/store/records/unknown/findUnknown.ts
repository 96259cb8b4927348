import { isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

export type UnknownFields = {
  /** Paths that no field of the collection has. */
  fields: string[]
  provider: string
  resource: string
}

/** Which resources map what their collections do not have, by what their records say of it. */
export const findUnknown = async (database: Database): Promise<UnknownFields[]> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const rows = (await session
    .selectDistinct({
      fields: table.unknownFields!,
      provider: table.provider!,
      resource: table.resource!,
    })
    .from(table)
    .where(isNotNull(table.unknownFields!))) as UnknownFields[]
  const found = new Map<string, UnknownFields>()
  for (const row of rows) {
    const key = `${row.provider}/${row.resource}`
    const fields = new Set([...(found.get(key)?.fields ?? []), ...row.fields])
    found.set(key, { ...row, fields: [...fields].sort() })
  }
  return [...found.values()]
}
