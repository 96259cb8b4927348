import type { MafiaPlayerDocument } from '../../../content/mafia/index.js'
import type { PlayerRecord } from './playerSchema.js'

import { mapGiven, toReference, withoutAbsent } from '../../../sdk/index.js'
import { toId } from '../values/toId.js'
import { toMoment } from '../values/toMoment.js'
import { toNumber } from '../values/toNumber.js'
import { toText } from '../values/toText.js'
import { toFigures } from './toFigures.js'
import { toHistory } from './toHistory.js'

type ToPlayerArgs = {
  /** Whether real names and ids of social networks are kept. */
  personalData: boolean
  record: PlayerRecord
}

/** A player of the site. What the site's page says counts over the row of the rating. */
export const toPlayer = ({
  personalData,
  record: { id, history, historyTotal, isPartial = false, row, stats, user },
}: ToPlayerArgs): MafiaPlayerDocument => {
  const club = toText(row?.title)
  return withoutAbsent({
    // A nick may be nothing but marks that no text keeps.
    name: toText(user?.login ?? row?.login) ?? id,
    ...toFigures({ isPartial, stats }),
    city: toText(row?.city),
    club: toReference({
      id: toId(user?.club_id),
      resource: 'clubs',
      // The rating names the club, which may not be in that of the clubs.
      stub: club ? { name: club } : undefined,
    }),
    country: toText(row?.country),
    elo: toNumber(either(user?.elo, row?.elo)),
    history: mapGiven({ map: toHistory, value: history }),
    memberSince: toNumber(user?.since),
    photo: toText(either(user?.avatar_link, row?.avatar_link)),
    rank: toNumber(row?.rank),
    registeredAt: toMoment(user?.date_registration),
    tournaments: toNumber(either(historyTotal, row?.tournaments_played)),
    ...(personalData && {
      firstName: toText(user?.first_name),
      lastName: toText(user?.last_name),
      socialId: toId(user?.vk_id),
    }),
  })
}

/** The page's word, else that of the rating. That there is none is a word, too. */
const either = (told: unknown, listed: unknown): unknown =>
  told ?? (listed === undefined ? told : listed)
