import type { Row } from '../../../json.js'
import type { CollegeSeason } from '../../../world/college/types.js'

import { toWireMoment } from './toWireMoment.js'

/** A season with its sport, as it stands in every team. */
export const toSeasonRow = ({ id, name, endsAt, sport, startsAt }: CollegeSeason): Row => ({
  endDate: toWireMoment(endsAt),
  organization: { id: 'emulated0college', name: 'Emulated colleges', shortName: 'EC' },
  previousSeasonId: '',
  seasonId: id,
  seasonName: name,
  sport: {
    rpiSport: {
      id: `rpi0sport000${sport.padEnd(4, '0').slice(0, 4)}`,
      name: NAMES[sport],
      seasonSportId: sport,
    },
    sportId: sport,
    sportName: NAMES[sport],
    statcode: 1,
  },
  startDate: toWireMoment(startsAt),
})

const NAMES = { bsb: 'Baseball', sball: 'Softball' } as const
