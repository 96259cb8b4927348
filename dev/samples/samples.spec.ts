import { describe, expect, it } from 'vitest'

import { addDecimals } from '../../src/content/subscriptions/index.js'
import { amazonPrime } from '../../src/providers/amazon-prime/index.js'
import { netflix } from '../../src/providers/netflix/index.js'
import { makeZip } from '../../src/sync/files/zip.fixture.js'
import { readDocuments } from '../../test/files/readDocuments.js'
import { amazonSample } from './amazonSample.js'
import { netflixSample } from './netflixSample.js'

/** The days of a month on which something could be out by one. */
const DAYS = ['2026-03-31T10:00:00Z', '2026-03-01T10:00:00Z', '2024-02-29T10:00:00Z']

const SAMPLES = [
  { name: 'Netflix', charges: 15, make: netflixSample, provider: netflix(), sum: '200.85' },
  { name: 'Amazon', charges: 3, make: amazonSample, provider: amazonPrime(), sum: '248.80' },
]

describe.each(SAMPLES)('the sample archive of $name', ({ charges, make, provider, sum }) => {
  it.each(DAYS)('should be one that is read completely on %s', async (now) => {
    const bytes = await makeZip({ entries: make(new Date(now)) })
    const read = async (resource: string) => await readDocuments({ bytes, provider, resource })
    const { documents, invalid, says } = await read('charges')

    expect(invalid).toBe(0)
    expect(says!.getTime()).toBeLessThanOrEqual(Date.parse(now))
    const amounts = Object.values(documents).map(({ amount }) => String(amount))
    expect(amounts).toHaveLength(charges)
    expect(addDecimals(amounts)).toBe(sum)
    const subscriptions = Object.values((await read('subscriptions')).documents)
    expect(subscriptions).toMatchObject([{ currency: 'EUR', status: 'active' }])
    expect(Date.parse(String(subscriptions[0]!.nextRenewal))).toBeGreaterThan(Date.parse(now))
  })
})
