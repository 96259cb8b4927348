import type { CollegeGameDocument } from '../../../content/college/index.js'
import type { ResourceContext } from '../../../sdk/index.js'

import { fetchBoxScore } from '../boxScore/fetchBoxScore.js'
import { isComplete } from '../boxScore/parseBoxScore.js'
import { oneSchema } from '../http/answerSchemas.js'
import { toMoment } from '../values/values.js'
import { toBoxScoreTimes } from './boxScoreTimes.js'
import { eventSchema } from './eventSchema.js'
import { toState } from './toState.js'

type FetchGameArgs = {
  gameId: string
} & Pick<ResourceContext, 'http' | 'now' | 'signal' | 'stored'>

/**
 * A game with its box score, once it has begun. The record is the game as it was sent, with
 * `boxScore` added; one that cannot be read is returned as it is, so that it is reported.
 */
export const fetchGame = async ({
  gameId,
  http,
  now,
  signal,
  stored,
}: FetchGameArgs): Promise<Record<string, unknown>> => {
  const { data } = await http.get(`/events/${encodeURIComponent(gameId)}`, {
    schema: oneSchema,
    signal,
  })
  const { data: event } = eventSchema.safeParse(data)
  const state = event && toState(event)
  if (!event || (state !== 'finished' && state !== 'live' && state !== 'paused')) {
    return data
  }
  const root = await fetchBoxScore({
    gameId,
    homeTeamId: event.teams?.homeTeam?.teamId,
    http,
    isOver: state === 'finished',
    signal,
  })
  const [before] = await stored.find<CollegeGameDocument>({
    externalIds: [gameId],
    resource: 'matches',
  })
  const { lastUpdatedDateTime: changed } = event
  const changedAt = changed ? toMoment(changed) : null
  const times = toBoxScoreTimes({
    before: before?.document,
    changedAt,
    isComplete: root !== null && isComplete(root) === true,
    now,
  })
  return {
    ...data,
    boxScore: {
      ...(root ? { ...times, root } : {}),
      boxScoreAsOf: changedAt,
    },
  }
}
