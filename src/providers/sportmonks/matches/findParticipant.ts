import type { Side, SportmonksFixture, SportmonksParticipant } from './fixtureSchema.js'

type FindParticipantArgs = { fixture: SportmonksFixture; side: Side }

/** The team of one side. Order means nothing: in 2 of 25 recorded matches the away team is first. */
export const findParticipant = ({
  fixture: { participants = [] },
  side,
}: FindParticipantArgs): null | SportmonksParticipant =>
  participants.find(({ meta }) => meta.location === side) ?? null
