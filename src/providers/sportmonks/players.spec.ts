import { describe, expect, it } from 'vitest'

import { squadRowSchema, toPlayer } from './players.js'

const row = (changes: Record<string, unknown> = {}) => ({
  id: 970001,
  jersey_number: 7,
  player: {
    id: 9501,
    name: 'Ada Maria Reef',
    date_of_birth: '2005-02-03',
    display_name: 'Ada Reef',
    firstname: 'Ada Maria',
    height: 171,
    image_path: null,
    lastname: 'Reef',
    nationality_id: 9001,
    position_id: 25,
    weight: null,
  },
  player_id: 9501,
  position_id: 26,
  team_id: 9201,
  ...changes,
})

describe('toPlayer', () => {
  it('should map the player and not the contract', () => {
    expect(toPlayer({ isNational: false, row: squadRowSchema.parse(row()) })).toEqual({
      name: 'Ada Reef',
      dateOfBirth: '2005-02-03T12:00:00.000Z',
      firstName: 'Ada Maria',
      height: 171,
      lastName: 'Reef',
      nationality: { externalId: '9001', kind: 'sync-reference', resource: 'countries' },
      photo: null,
      position: 'defender',
      shirtNumber: 7,
      team: { externalId: '9201', kind: 'sync-reference', resource: 'teams' },
      weight: null,
    })
  })

  it('should say nothing of team and number from the squad of a national team', () => {
    const player = toPlayer({ isNational: true, row: squadRowSchema.parse(row()) })

    expect(player).not.toHaveProperty('team')
    expect(player).not.toHaveProperty('shirtNumber')
  })

  it.each([
    { id: 24, expected: 'goalkeeper' },
    { id: 27, expected: 'attacker' },
    { id: 28, expected: null },
    { id: 221, expected: 'other' },
  ])('should take position $id for $expected', ({ id, expected }) => {
    const parsed = squadRowSchema.parse(row({ player: { id: 9501, name: 'Ada' }, position_id: id }))

    expect(toPlayer({ isNational: false, row: parsed }).position).toBe(expected)
  })
})

describe('squadRowSchema', () => {
  it('should refuse a row without its player, with another one or with one without a name', () => {
    for (const wrong of [
      row({ player: undefined }),
      row({ player: null }),
      row({ player_id: 9502 }),
      row({ player: { id: 9501, name: null } }),
    ]) {
      expect(squadRowSchema.safeParse(wrong).success).toBe(false)
    }
  })
})
