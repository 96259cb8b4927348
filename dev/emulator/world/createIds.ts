import { hash } from './hash.js'

export type Ids = {
  /**
   * The id of the thing with this key: the same for the same (entity, key) in every world.
   * Throws when another key of the same entity already has the id, because two things under one
   * id would make every test that uses them lie.
   */
  claim: (args: { entity: string; key: string }) => number
}

/**
 * Positive ids below 2^31, as real providers have them, derived from what a thing is and not from
 * where it stands in the data. So a subset of the data has the ids of the whole.
 */
export const createIds = (): Ids => {
  const keysById = new Map<string, Map<number, string>>()

  return {
    claim: ({ entity, key }) => {
      const id = (hash(`${ID_SEED}|${entity}|${key}`) % (2 ** 31 - 1)) + 1
      const keys = keysById.get(entity) ?? new Map<number, string>()
      keysById.set(entity, keys)

      const owner = keys.get(id)
      if (owner !== undefined && owner !== key) {
        throw new Error(
          `The ${entity} keys "${owner}" and "${key}" share the id ${id}. Choose another ID_SEED.`,
        )
      }
      keys.set(id, key)
      return id
    },
  }
}

/**
 * Id of a part of something that has an id (an event, a score row). These are many, so they use
 * 48 bits; nothing looks them up.
 */
export const partId = ({ key, part }: { key: string; part: string }): number =>
  (hash(`${ID_SEED}|${part}|${key}`) % 2 ** 48) + 1

/**
 * With 93,000 matches in 31 bits two would usually share an id. This seed is one for which no two
 * things of the shipped data do; new data may need another one, which changes every id.
 */
const ID_SEED = 10
