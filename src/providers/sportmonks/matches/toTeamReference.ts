import type { Reference } from '../../../sdk/index.js'
import type { Side, SportmonksFixture } from './fixtureSchema.js'

import { toStub } from '../../../sdk/index.js'
import { toTeam } from '../records/toTeam.js'
import { toReference } from '../toReference.js'
import { findParticipant } from './findParticipant.js'
import { UNKNOWN_TEAM } from './toTitle.js'

type ToTeamReferenceArgs = { fixture: SportmonksFixture; side: Side }

/**
 * The team of one side, with enough of it to create one that was never listed: a placeholder, or
 * an opponent from a league outside the plan.
 */
export const toTeamReference = ({
  fixture,
  side,
}: ToTeamReferenceArgs): null | Reference | undefined => {
  if (!fixture.participants) {
    return undefined
  }
  const participant = findParticipant({ fixture, side })
  if (!participant) {
    return null
  }
  const team = toTeam({ ...participant, name: participant.name || UNKNOWN_TEAM })
  return toReference({ id: participant.id, resource: 'teams', stub: toStub(team) })
}
