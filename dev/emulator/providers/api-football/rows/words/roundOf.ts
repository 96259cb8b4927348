import type { Match, World } from '../../../../world/types.js'

/** `Regular Season - 12`, `Group Stage - A`, `Quarter-finals`. The only trace of stage and round. */
export const roundOf = ({ match, world }: { match: Match; world: World }): string => {
  const stage = world.stages.get(match.stageId)?.name ?? ''
  const place = match.group ?? (match.roundId && world.rounds.get(match.roundId)?.name)
  return place ? `${stage} - ${place}` : stage
}
