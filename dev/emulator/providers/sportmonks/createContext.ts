import type { Emulation } from '../../wireFormat.js'
import type { Context } from './types.js'

import { catalog } from './rows/catalog.js'

/** The world at this moment, with the changes of `records` laid over it. */
export const createContext = ({ clock, records, world }: Emulation): Context => {
  const context: Context = {
    find: ({ id, entity }) =>
      typeof id === 'number'
        ? records.apply({ id, entity, row: catalog[entity].row({ id, context }) })
        : null,
    ids: (entity) => {
      const ids = [...catalog[entity].ids(world)]
      const touched = records.touched(entity)
      if (touched.length === 0) {
        return ids
      }
      return [...new Set([...ids, ...touched])]
        .filter((id) => !touched.includes(id) || context.find({ id, entity }) !== null)
        .sort((a, b) => a - b)
    },
    now: clock.now().getTime(),
    read: ({ id, entity, field }) =>
      records.has({ id, entity })
        ? context.find({ id, entity })?.[field]
        : catalog[entity].read({ id, context, field }),
    records,
    world,
  }
  return context
}
