import type { Row } from '../../json.js'
import type { Emulation } from '../../wireFormat.js'
import type { Records } from '../../world/createRecords.js'
import type { World } from '../../world/types.js'

/** One moment of the world, with the tests' changes laid over it. */
export type Context = {
  /** The rows of these ids, and those a test changed or added: sort out which were asked for. */
  list: (args: {
    entity: EntityName
    ids: Iterable<number>
    toRow: (id: number) => null | Row
  }) => Row[]
  /** Milliseconds. */
  now: number
  world: World
}

/** What can be changed through `records`, whose names both formats share. */
export type EntityName = 'country' | 'fixture' | 'league' | 'player' | 'squad' | 'team'

export const toRecordName = (entity: EntityName): string => `api-football/${entity}`

export const createContext = ({
  clock,
  records,
  world,
}: { records: Records } & Pick<Emulation, 'clock' | 'world'>): Context => ({
  list: ({ entity, ids, toRow }) => {
    const name = toRecordName(entity)
    return [...new Set([...ids, ...records.touched(name)])]
      .map((id) => records.apply({ id, entity: name, row: toRow(id) }))
      .filter((row) => row !== null)
  },
  now: clock.now().getTime(),
  world,
})
