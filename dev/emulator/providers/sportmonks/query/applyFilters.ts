import type { Context, ListedName } from '../types.js'
import type { Query } from './parseQuery.js'

import { type Json, jsonText } from '../../../json.js'
import { toDay } from '../../../moments.js'
import { DELETED_STATE_ID } from '../rows/states.js'

/**
 * The ids that pass the filters. A filter that is unknown, or meant for another entity, is ignored
 * without a word, as the provider does it.
 */
export const applyFilters = ({
  context,
  entity,
  filters,
  ids,
}: {
  context: Context
  entity: ListedName
  filters: Query['filters']
  ids: number[]
}): number[] => {
  const tests = [...filters].flatMap(([name, values]) => {
    const filter = FILTERS[name]
    const isMeant = filter && (!filter.entity || filter.entity === entity)
    return isMeant ? [{ ...filter, values }] : []
  })
  return tests.reduce(
    (left, { field, passes, values }) =>
      left.filter((id) =>
        passes({ now: context.now, value: context.read({ id, entity, field }), values }),
      ),
    ids,
  )
}

/** `filters=deleted` asks for what has vanished, and for nothing else. */
export const asksForDeleted = (filters: Query['filters']): boolean =>
  filters.has('deleted') || filters.has('isdeleted')

/** Vanished fixtures, as far as tests made them vanish. */
export const deletedFixtures = (context: Context): { id: number; state_id: number }[] =>
  context.records
    .touched('fixture')
    .filter((id) => context.records.isRemoved({ id, entity: 'fixture' }))
    .map((id) => ({ id, state_id: DELETED_STATE_ID }))

type Filter = {
  /** @default every entity */
  entity?: ListedName
  field: string
  passes: (args: { now: number; value: Json | undefined; values: string[] }) => boolean
}

const isOneOf: Filter['passes'] = ({ value, values }) => values.includes(jsonText(value))

const FILTERS: Readonly<Record<string, Filter>> = {
  fixtureleagues: { entity: 'fixture', field: 'league_id', passes: isOneOf },
  fixtureseasons: { entity: 'fixture', field: 'season_id', passes: isOneOf },
  fixturestates: { entity: 'fixture', field: 'state_id', passes: isOneOf },
  idafter: { field: 'id', passes: ({ value, values }) => Number(value) > Number(values[0]) },
  leaguecountries: { entity: 'league', field: 'country_id', passes: isOneOf },
  participantsearch: {
    entity: 'fixture',
    field: 'name',
    passes: ({ value, values }) =>
      jsonText(value)
        .toLowerCase()
        .includes((values[0] ?? '').toLowerCase()),
  },
  playercountries: { entity: 'player', field: 'country_id', passes: isOneOf },
  seasonleagues: { entity: 'season', field: 'league_id', passes: isOneOf },
  teamcountries: { entity: 'team', field: 'country_id', passes: isOneOf },
  todaydate: {
    entity: 'fixture',
    field: 'starting_at',
    passes: ({ now, value }) => jsonText(value).startsWith(toDay(now)),
  },
}
