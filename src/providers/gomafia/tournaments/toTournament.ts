import type { MafiaTournamentDocument, TOURNAMENT_STATES } from '../../../content/mafia/index.js'
import type { TournamentPage } from '../sources/rows.js'

import { mapGiven, toDay, toReference, withoutAbsent } from '../../../sdk/index.js'
import { toFlag } from '../values/toFlag.js'
import { toId } from '../values/toId.js'
import { toNumber } from '../values/toNumber.js'
import { toText } from '../values/toText.js'
import { toNominations, toResults } from './toResults.js'
import { toRounds } from './toRounds.js'

type State = (typeof TOURNAMENT_STATES)[number]

/** Only `completed` is known from code that reads the site; the others are words for the same. */
const STATES: Readonly<Record<string, State>> = {
  active: 'live',
  completed: 'finished',
  finished: 'finished',
  in_progress: 'live',
  new: 'scheduled',
  planned: 'scheduled',
  registration: 'scheduled',
  started: 'live',
}

const toState = (status: unknown): State => {
  const key = String(status).toLowerCase()
  return Object.hasOwn(STATES, key) ? STATES[key]! : 'unknown'
}

const toUser = (id: unknown) => toReference({ id: toId(id), resource: 'players' })

/** A tournament of the site, with everything that was played in it. */
export const toTournament = ({
  games,
  nominations,
  tournament,
  tournament_result_with_final: withFinal,
  tournament_result_without_final: withoutFinal,
}: TournamentPage): MafiaTournamentDocument =>
  withoutAbsent({
    type: toText(tournament.type),
    city: toText(tournament.city),
    country: toText(tournament.country),
    elo: toNumber(tournament.elo_average),
    endDate: mapGiven({ map: (day) => toDay(String(day)), value: tournament.date_end }),
    isHidden: toFlag(tournament.is_hidden_result),
    isRated: toFlag(tournament.is_fsm_rating),
    nominations: toNominations(nominations),
    organizer: toUser(tournament.user_organizer_id),
    participants: toNumber(tournament.projected_count_of_participant),
    providerStatus: toText(tournament.status),
    referee: toUser(tournament.main_referee_id),
    results: toResults({ withFinal, withoutFinal }),
    rounds: toRounds(games),
    stars: toNumber(tournament.star),
    startDate: mapGiven({ map: (day) => toDay(String(day)), value: tournament.date_start }),
    state: mapGiven({ map: toState, value: tournament.status }),
    title: toText(tournament.title) ?? tournament.id,
  })
