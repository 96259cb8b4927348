import { describe, expect, it } from 'vitest'

import type { CollegeKey } from './index.js'

import {
  getCollection,
  getFields,
  getPaths,
  startCollections,
} from '../../plugin/collections/startCollections.fixture.js'
import { college, STAT_GROUPS } from './index.js'

const KEYS = [...college.collections.keys()]

const REQUIRED: Record<CollegeKey, string> = {
  collegeGames: 'title',
  collegeGameStats: 'name',
  collegePlayers: 'name',
  collegeSeasonStats: 'name',
  collegeTeams: 'name',
}

describe('the college collections', () => {
  it('should be accepted by Payload and its Postgres adapter, with an identity each', async () => {
    const payload = await startCollections({ kit: college })

    for (const key of KEYS) {
      const collection = getCollection({ slug: key, payload })
      expect(collection.indexes).toEqual([{ fields: ['provider', 'externalId'], unique: true }])
      expect(
        getFields(collection)
          .filter((field) => 'required' in field && field.required)
          .map(({ name }) => name)
          .sort(),
      ).toEqual([REQUIRED[key], 'provider', 'externalId'].sort())
    }
  })

  it('should have a field for every number of a line and of totals', async () => {
    const payload = await startCollections({ kit: college })
    const numbers = Object.entries(STAT_GROUPS).flatMap(([group, names]) =>
      names.map((name) => `${group}.${name}`),
    )

    for (const slug of ['collegeGameStats', 'collegeSeasonStats']) {
      expect(getPaths(getFields(getCollection({ slug, payload })))).toEqual(
        expect.arrayContaining(numbers),
      )
    }
  })
})
