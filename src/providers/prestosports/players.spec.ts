import { describe, expect, it } from 'vitest'

import { createStoredRecords } from '../../testing/createStoredRecords.js'
import { players } from './players.js'

const PARAMS = { teamId: 't1' }

const read = (row: Record<string, unknown>) => {
  const parsed = players.schema.parse({ firstName: 'Ada', playerId: 'p1', ...row })
  return players.map(parsed, { scope: PARAMS })
}

describe('a player of a roster', () => {
  it('should have what stands in any of its places', () => {
    expect(
      read({
        attributes: { bats_throws: 'R/L', hometown: 'Amber, FL', number: '07', year: 'Jr' },
        careerId: null,
        data: { height: '6-2', weight: '190' },
        dob: '3/9/2008',
        height: '',
        lastName: 'O&#39;Reef',
        uniform: null,
      }),
    ).toMatchObject({
      name: "Ada O'Reef",
      bats: 'R',
      careerId: null,
      classYear: 'Jr',
      dateOfBirth: '2008-03-09T12:00:00.000Z',
      height: '6-2',
      heightInches: 74,
      hometown: 'Amber, FL',
      throws: 'L',
      uniform: '07',
      weight: 190,
    })
  })

  it('should be another one under another id', () => {
    const ids = ['p1', 'p2'].map((playerId) =>
      players.externalId(players.schema.parse({ careerId: 'c1', firstName: 'Ada', playerId })),
    )

    expect(ids).toEqual(['p1', 'p2'])
    expect(players.externalId(players.schema.parse({ id: 'p3', firstName: 'Ada' }))).toBe('p3')
  })

  it('should have no weight for "-", and leave alone what was not sent', () => {
    expect(read({ weight: '-' }).weight).toBeNull()
    expect(read({})).not.toHaveProperty('weight')
  })

  it('should not be a row without an id', async () => {
    const get = () =>
      Promise.resolve({
        data: [
          { firstName: 'Coach', playerId: null },
          { firstName: 'Ada', playerId: 'p1' },
          { id: '', firstName: 'Trainer' },
        ],
      })

    const { records } = await players.fetchPage({
      cursor: undefined,
      http: { get } as never,
      mode: 'full',
      now: new Date(0),
      scope: PARAMS,
      signal: new AbortController().signal,
      since: undefined,
      source: undefined,
      stored: createStoredRecords(),
    })

    expect(records).toEqual([{ firstName: 'Ada', playerId: 'p1' }])
  })
})
