import type { PlayerDocument } from '../../../content/soccer/index.js'
import type { ApiFootballPlayer } from './playerSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { POSITIONS } from '../tables/POSITIONS.js'
import { toCountryReference } from '../toCountryReference.js'
import { toReference } from '../toReference.js'
import { toText } from '../toText.js'

type ToPlayerArgs = {
  /** Whether the squad is a national team's. */
  isNational: boolean
  record: ApiFootballPlayer
}

/**
 * A player. Only the squad of a club says which team and number are theirs: a season's list has one
 * player in several teams, and the squad of a country would overwrite the club in every sync.
 */
export const toPlayer = ({ isNational, record: { player, team } }: ToPlayerArgs): PlayerDocument =>
  withoutAbsent({
    name: player.name,
    dateOfBirth:
      player.birth === null ? null : mapGiven({ map: toDate, value: player.birth?.date }),
    firstName: mapGiven({ map: toText, value: player.firstname }),
    height: mapGiven({ map: toAmount('cm'), value: player.height }),
    lastName: mapGiven({ map: toText, value: player.lastname }),
    nationality: toCountryReference(player.nationality),
    photo: mapGiven({ map: toText, value: player.photo }),
    position: mapGiven({ map: (word) => POSITIONS[word] ?? 'other', value: player.position }),
    weight: mapGiven({ map: toAmount('kg'), value: player.weight }),
    ...(team &&
      !isNational && {
        shirtNumber: player.number,
        team: toReference({ id: team.id, resource: 'teams' }),
      }),
  })

/** Text that is no date becomes `null`. */
const toDate = (value: string): null | string =>
  Number.isNaN(Date.parse(value)) ? null : value.slice(0, 10)

/** `187 cm` as 187. Text in another unit, or none, is no amount. */
const toAmount =
  (unit: string) =>
  (text: string): null | number => {
    const [, digits, given] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? []
    return digits !== undefined && (given === '' || given?.toLowerCase() === unit)
      ? Number(digits)
      : null
  }
