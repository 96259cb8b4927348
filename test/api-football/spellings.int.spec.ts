import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ApiFootballTest } from './recorded/createApiFootballTest.js'

import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { createFixtureRow } from '../fixtures/api-football/createFixtureRow.js'
import { createClubsTest } from './createClubsTest.js'

type Place = { city: null | string; name: null | string; referee?: null | string }

const QUAY_PARK: Place = { name: 'Quay Park', city: 'Amber, Southland', referee: 'N. Ramírez' }

let test: ApiFootballTest

beforeEach(async () => {
  test = await createClubsTest()
})

afterEach(async () => {
  await test.close()
})

/** Reads the only match, and says what was written and what is stored. */
const sync = async ({ name, city, referee = null }: Place) => {
  const fixture = { referee, venue: { id: null, name, city } }
  test.server.setRoute('/fixtures', createAnswer({ rows: [createFixtureRow({ fixture })] }))
  test.takeWrites()
  const { counts } = await test.sync({ resource: 'matches' })
  const [match] = await test.find('matches')
  return {
    counts,
    stored: { ...(match?.venue as object), referee: match?.referee },
    writes: test.takeWrites().length,
  }
}

describe('the ground and the referee of a match', () => {
  it('should be stored when they really change, and when they change back', async () => {
    const stonePark = { ...QUAY_PARK, name: 'Stone Park', city: 'Vale' }
    const otherReferee = { ...QUAY_PARK, referee: 'M. Ramírez' }
    await sync(QUAY_PARK)

    for (const place of [stonePark, QUAY_PARK, otherReferee, QUAY_PARK]) {
      expect(await sync(place)).toMatchObject({ counts: { updated: 1 }, stored: place, writes: 1 })
      expect(await sync(place)).toMatchObject({ counts: { unchanged: 1 }, writes: 0 })
    }
  })

  it('should be stored when a ground of that name is in another city', async () => {
    await sync(QUAY_PARK)

    const place = { ...QUAY_PARK, city: 'Vale' }
    expect(await sync(place)).toMatchObject({ counts: { updated: 1 }, stored: place })
  })

  it('should not be written for another spelling, however often it comes and goes', async () => {
    await sync(QUAY_PARK)

    const spelt = {
      name: 'QUAY PARK (Amber)',
      city: 'Amber',
      referee: 'Nicolas Ramirez, Argentina',
    }
    for (const place of [spelt, QUAY_PARK, spelt, spelt]) {
      expect(await sync(place)).toMatchObject({
        counts: { unchanged: 1 },
        stored: QUAY_PARK,
        writes: 0,
      })
    }
  })

  it('should be stored when it is known at last, and cleared when it is not any more', async () => {
    const unknown = { name: null, city: null, referee: null }
    await sync(unknown)

    expect(await sync(QUAY_PARK)).toMatchObject({ counts: { updated: 1 }, stored: QUAY_PARK })
    expect(await sync(unknown)).toMatchObject({ counts: { updated: 1 }, stored: unknown })
  })
})
