import type { Json, Row } from '../../../json.js'
import type { World } from '../../../world/types.js'
import type { Context, Entity } from '../types.js'

type Fields<Source> = {
  [field: string]: (args: { context: Context; source: Source }) => Json
}

/** An entity from its place in the world and one function per field of the wire format. */
export const defineEntity = <Source>({
  fields,
  sources,
}: {
  fields: Fields<Source>
  sources: (world: World) => ReadonlyMap<number, Source>
}): Entity => ({
  fields: Object.keys(fields),
  ids: (world) => sources(world).keys(),
  read: ({ id, context, field }) => {
    const source = sources(context.world).get(id)
    return source === undefined ? undefined : fields[field]?.({ context, source })
  },
  row: ({ id, context }) => {
    const source = sources(context.world).get(id)
    if (source === undefined) {
      return null
    }
    const row: Row = {}
    for (const [field, toValue] of Object.entries(fields)) {
      row[field] = toValue({ context, source })
    }
    return row
  },
})
