import type { CollegePlayer, CollegeTeam, Position } from './types.js'

import { createRandom } from '../createRandom.js'
import { hash } from '../hash.js'
import { textId } from './textId.js'
import { FIELD_POSITIONS } from './types.js'

const FIRST_NAMES =
  'Abel Blake Cole Dane Eli Finn Gage Hank Ivan Jude Kade Lane Milo Nash Owen Pete Quinn Rhys Seth Troy Vince Wade Xavier Zane'
const LAST_NAMES =
  "Ames Boyd Crane Doyle Ellis Frost Grady Hale Irwin Joyner Knox Lund Marsh Nolan O'Dell Pruitt Quade Rowe Stone Tate Underhill Vance Webb Yates Núñez"
const TOWNS = ['Ashgrove, Ia.', 'Copper Ridge, Mt.', 'Silver Bay, Or.', 'Verona, Oh.']
const YEARS = ['Fr', 'So', 'Jr', 'Sr'] as const

/** Two for each place in the field, two hitters without one, and eight pitchers. */
const POSITIONS: readonly Position[] = [
  ...FIELD_POSITIONS,
  ...FIELD_POSITIONS,
  'dh',
  'dh',
  ...Array.from({ length: 8 }, () => 'p' as const),
]

/** The people of a team, the same whenever they are asked for. */
export const createSquad = (key: string): Pick<CollegeTeam, 'squad' | 'staff'> => {
  const random = createRandom(hash(`squad|${key}`))
  const firstNames = random.shuffle(FIRST_NAMES.split(' '))
  const lastNames = random.shuffle(LAST_NAMES.split(' '))
  const uniforms = random.shuffle(Array.from({ length: 60 }, (_, index) => String(index)))

  const squad = POSITIONS.map((position, index): CollegePlayer => {
    // Names repeat inside a team: the last two pitchers are called the same.
    const named = index === POSITIONS.length - 1 ? index - 1 : index
    const lastName = lastNames[(named * 7) % lastNames.length]!
    return {
      id: textId({ entity: 'player', key: `${key}|${index}` }),
      bats: random.pick(['L', 'R', 'R', 'S']),
      firstName: firstNames[named % firstNames.length]!,
      height: `${random.int({ max: 6, min: 5 })}-${random.int({ max: 11, min: 0 })}`,
      hometown: random.pick(TOWNS),
      lastName,
      position,
      throws: random.pick(['L', 'R', 'R']),
      uniform: uniforms[index]!,
      weight: random.int({ max: 230, min: 150 }),
      year: random.pick(YEARS),
      // One of each team is misspelt at first.
      ...(index === 3 && { correctedName: `${lastName}e` }),
    }
  })
  return {
    squad,
    staff: [
      {
        firstName: random.pick(firstNames),
        lastName: random.pick(lastNames),
        position: 'Head Coach',
      },
      { firstName: '', lastName: '', position: '' },
    ],
  }
}
