import type { Row } from '../json.js'

export type Records = {
  /** Adds a whole row, exactly as given, or replaces the row that has its `id`. */
  add: (args: { entity: string; row: { id: number } & Row }) => void
  /** The row as it should be answered now: `null` when it was removed or never existed. */
  apply: (args: { entity: string; id: number; row: null | Row }) => null | Row
  /** The row has a change. */
  has: (args: { entity: string; id: number }) => boolean
  isRemoved: (args: { entity: string; id: number }) => boolean
  list: () => RecordChange[]
  /**
   * Merges fields over a row; `omit` leaves keys out, which is not the same as `null`. On an id
   * that does not exist it changes nothing: use `add` for a new row.
   */
  put: (args: { entity: string; id: number; omit?: string[]; patch: Row }) => void
  /** The row disappears from lists and cannot be fetched. */
  remove: (args: { entity: string; id: number }) => void
  /** Forgets changes: of one row, of one entity, or all. */
  reset: (args?: { entity?: string; id?: number }) => void
  /** Ids of an entity that have a change. */
  touched: (entity: string) => number[]
}

export type RecordChange = {
  entity: string
  id: number
  isRemoved: boolean
  omit: string[]
  patch: Row
  /** The patch is a whole row: nothing of the world shows through. */
  replaces: boolean
}

/**
 * Changes that tests lay over the world, to make a provider's data change or break: a renamed
 * team, a state nobody knows, a field of the wrong type, a match that vanishes. They speak the
 * wire format and are not checked: a broken row is often the point. Entities are those of the
 * wire format (`fixture`, `team`, `player`…; those of API-Football begin with `api-football/`). A
 * relation of a row, such as `participants`, can be given too; it is answered when it is included.
 */
export const createRecords = (): Records => {
  const changes = new Map<string, Map<number, RecordChange>>()

  const of = (entity: string): Map<number, RecordChange> => {
    const known = changes.get(entity) ?? new Map<number, RecordChange>()
    changes.set(entity, known)
    return known
  }
  const find = (entity: string, id: number): RecordChange | undefined =>
    changes.get(entity)?.get(id)

  return {
    add: ({ entity, row }) => {
      of(entity).set(row.id, {
        id: row.id,
        entity,
        isRemoved: false,
        omit: [],
        patch: row,
        replaces: true,
      })
    },
    apply: ({ id, entity, row }) => {
      const change = find(entity, id)
      if (!change) {
        return row
      }
      if (change.isRemoved || (!row && !change.replaces)) {
        return null
      }
      const merged = change.replaces ? { ...change.patch } : { ...row, ...change.patch }
      for (const field of change.omit) {
        delete merged[field]
      }
      return merged
    },
    has: ({ id, entity }) => find(entity, id) !== undefined,
    isRemoved: ({ id, entity }) => find(entity, id)?.isRemoved ?? false,
    list: () => [...changes.values()].flatMap((byId) => [...byId.values()]),
    put: ({ id, entity, omit = [], patch }) => {
      const before = find(entity, id)
      of(entity).set(id, {
        id,
        entity,
        isRemoved: false,
        // A field that is given again is no longer left out.
        omit: [...new Set([...(before?.omit ?? []).filter((field) => !(field in patch)), ...omit])],
        patch: { ...before?.patch, ...patch },
        replaces: before?.replaces ?? false,
      })
    },
    remove: ({ id, entity }) => {
      of(entity).set(id, { id, entity, isRemoved: true, omit: [], patch: {}, replaces: false })
    },
    reset: ({ id, entity } = {}) => {
      if (entity === undefined) {
        changes.clear()
      } else if (id === undefined) {
        changes.delete(entity)
      } else {
        changes.get(entity)?.delete(id)
      }
    },
    touched: (entity) => [...(changes.get(entity)?.keys() ?? [])],
  }
}
