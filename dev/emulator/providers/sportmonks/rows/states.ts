import type { Row } from '../../../json.js'
import type { MatchState } from '../../../world/types.js'

/** The provider's states by id. 24 is not used. */
export const states: ReadonlyMap<number, Row> = new Map(
  (
    [
      [1, 'NS', 'Not Started', 'NS'],
      [2, 'INPLAY_1ST_HALF', '1st Half', '1st'],
      [3, 'HT', 'Half Time', 'HT'],
      [4, 'BREAK', 'Regular Time Finished', 'BRK'],
      [5, 'FT', 'Full Time', 'FT'],
      [6, 'INPLAY_ET', 'Extra Time', 'ET'],
      [7, 'AET', 'Finished After Extra Time', 'AET'],
      [8, 'FT_PEN', 'Finished After Penalties', 'FTP'],
      [9, 'INPLAY_PENALTIES', 'Penalty Shootout', 'PEN'],
      [10, 'POSTPONED', 'Postponed', 'POST'],
      [11, 'SUSPENDED', 'Suspended', 'SUSP'],
      [12, 'CANCELLED', 'Cancelled', 'CANC'],
      [13, 'TBA', 'To Be Announced', 'TBA'],
      [14, 'WO', 'Walk Over', 'WO'],
      [15, 'ABANDONED', 'Abandoned', 'ABAN'],
      [16, 'DELAYED', 'Delayed', 'DEL'],
      [17, 'AWARDED', 'Awarded', 'AWAR'],
      [18, 'INTERRUPTED', 'Interrupted', 'INT'],
      [19, 'AWAITING_UPDATES', 'Awaiting Updates', 'AU'],
      [20, 'DELETED', 'Deleted', 'DEL'],
      [21, 'EXTRA_TIME_BREAK', 'Extra Time Break', 'ETB'],
      [22, 'INPLAY_2ND_HALF', '2nd Half', '2nd'],
      [23, 'INPLAY_ET_2ND_HALF', 'Extra Time 2nd Half', 'ET2'],
      [25, 'PEN_BREAK', 'Penalty Break', 'PB'],
      [26, 'PENDING', 'Pending', 'PEND'],
    ] as const
  ).map(([id, developerName, name, shortName]) => [
    id,
    { id, name, developer_name: developerName, short_name: shortName, state: developerName },
  ]),
)

export const STATE_IDS: Readonly<Record<MatchState, number>> = {
  abandoned: 15,
  awarded: 17,
  'break-before-extra-time': 4,
  'break-before-penalties': 25,
  cancelled: 12,
  'extra-time-break': 21,
  'extra-time-first-half': 6,
  'extra-time-second-half': 23,
  finished: 5,
  'finished-after-extra-time': 7,
  'finished-after-penalties': 8,
  'first-half': 2,
  'half-time': 3,
  'not-started': 1,
  penalties: 9,
  postponed: 10,
  'second-half': 22,
}

export const DELETED_STATE_ID = 20

/** "Live" for the provider: these are in `/livescores/inplay`. */
export const LIVE_STATE_IDS: ReadonlySet<number> = new Set([2, 3, 4, 6, 9, 21, 22, 23, 25])
