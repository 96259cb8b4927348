import type { Row } from '../../../../json.js'
import type { Context } from '../../types.js'

import { expandRow } from '../../query/expandRow.js'
import { parseQuery } from '../../query/parseQuery.js'
import { aggregateOf } from './aggregateOf.js'

/**
 * A season as a tree: stages, in them rounds or two-legged ties or single matches, in them the
 * fixtures with participants and scores. A stage has `aggregates` or `fixtures`, never both.
 */
export const scheduleOf = ({
  context,
  seasonId,
}: {
  context: Context
  seasonId: number
}): Row[] => {
  const { world } = context

  const fixtureRows = (ids: number[]): Row[] =>
    ids.flatMap((id) => {
      const row = context.find({ id, entity: 'fixture' })
      return row
        ? [expandRow({ context, entity: 'fixture', fields: null, includes: FIXTURE_INCLUDES, row })]
        : []
    })

  return (world.seasons.get(seasonId)?.stageIds ?? []).flatMap((stageId): Row[] => {
    const stage = context.find({ id: stageId, entity: 'stage' })
    const matches = world.matchesOf({ id: stageId, of: 'stage' })
    const loose = matches.filter(({ roundId, tieId }) => roundId === null && tieId === null)
    const ties = new Map(
      matches.flatMap((match) => (match.tieId === null ? [] : [[match.tieId, match] as const])),
    )

    const rounds = (world.stages.get(stageId)?.roundIds ?? []).flatMap((roundId): Row[] => {
      const round = context.find({ id: roundId, entity: 'round' })
      const ids = world.matchesOf({ id: roundId, of: 'round' }).map(({ id }) => id)
      return round ? [{ ...round, fixtures: fixtureRows(ids) }] : []
    })
    const aggregates = [...ties.values()].flatMap((match): Row[] => {
      const aggregate = aggregateOf({ context, match })
      const legIds = matches.filter(({ tieId }) => tieId === match.tieId).map(({ id }) => id)
      return aggregate ? [{ ...aggregate, fixtures: fixtureRows(legIds) }] : []
    })
    const content: Row =
      loose.length > 0 ? { fixtures: fixtureRows(loose.map(({ id }) => id)) } : { aggregates }

    return stage ? [{ ...stage, ...content, rounds }] : []
  })
}

const FIXTURE_INCLUDES = parseQuery({
  maxDepth: 1,
  query: new URLSearchParams({ include: 'participants;scores' }),
}).includes
