import { describe, expect, it } from 'vitest'

import { reference } from '../../sdk/index.js'
import { playerSchema, toPlayer } from './players.js'

describe('toPlayer', () => {
  const squad = {
    player: { id: 5, name: 'P. Gulls', age: 33, number: 1, photo: null, position: 'Goalkeeper' },
    team: { id: 173, name: 'Port Amber' },
  }

  it('should map a row of a squad and say nothing of what it does not tell', () => {
    expect(toPlayer({ isNational: false, record: playerSchema.parse(squad) })).toEqual({
      name: 'P. Gulls',
      photo: null,
      position: 'goalkeeper',
      shirtNumber: 1,
      team: reference({ externalId: '173', resource: 'teams' }),
    })
  })

  it('should take team and number from no national team', () => {
    const player = toPlayer({ isNational: true, record: playerSchema.parse(squad) })

    expect(player).not.toHaveProperty('team')
    expect(player).not.toHaveProperty('shirtNumber')
  })

  it('should map what a season’s list knows, but no team of several', () => {
    const record = playerSchema.parse({
      player: {
        id: 7,
        name: 'A. Quay',
        birth: { country: 'France', date: '1996-05-04', place: 'Tours' },
        firstname: 'Abel',
        height: '187 cm',
        lastname: 'Quay',
        nationality: 'Korea Republic',
        weight: '79 kg',
      },
      statistics: [{ team: { id: 173 } }, { team: { id: 174 } }],
    })

    expect(toPlayer({ isNational: false, record })).toEqual({
      name: 'A. Quay',
      dateOfBirth: '1996-05-04T12:00:00.000Z',
      firstName: 'Abel',
      height: 187,
      lastName: 'Quay',
      nationality: reference({
        externalId: 'Korea-Republic',
        resource: 'countries',
        stub: { name: 'Korea Republic' },
      }),
      weight: 79,
    })
  })

  it.each([
    ['187', 187],
    ['187cm', 187],
    ['6\'1"', null],
    ['74 in', null],
    [null, null],
  ])('should read the height %s as %s', (height, expected) => {
    const record = playerSchema.parse({ player: { ...squad.player, height } })

    expect(toPlayer({ isNational: false, record }).height).toBe(expected)
  })

  it.each([0, -1, null])('should not take %s for the id of somebody', (id) => {
    expect(playerSchema.safeParse({ player: { ...squad.player, id } }).success).toBe(false)
  })
})
