import type { Row } from '../../../../json.js'
import type { Match } from '../../../../world/types.js'
import type { Context } from '../../types.js'

import { hash } from '../../../../world/hash.js'
import { matchAt } from '../../../../world/match/matchAt.js'

/**
 * The two teams of a match. In 8 % of the matches the away team comes first, as it happens in
 * recorded answers: only `meta.location` tells who is who. After a draw nobody is the winner and
 * both say `false`; `null` means that it is not decided.
 */
export const participantsOf = ({ context, match }: { context: Context; match: Match }): Row[] => {
  const { now, world } = context
  const { winner } = matchAt({ match, now, squadOf: world.squadOf })

  const rows = (['home', 'away'] as const).flatMap((location) => {
    const teamId = location === 'home' ? match.homeTeamId : match.awayTeamId
    const team = context.find({ id: teamId, entity: 'team' })
    const meta = { location, position: null, winner: winner && winner === location }
    return team ? [{ ...team, meta }] : []
  })
  return hash(`order|${match.id}`) % 100 < 8 ? rows.reverse() : rows
}
