import { describe, expect, it } from 'vitest'

import { answerSchema, NEVER, serve } from './testClient.fixture.js'

const args = { schema: answerSchema, signal: NEVER }

/** A page of a provider that answers with these statuses, and when it was asked each time. */
const servePage = async (statuses: number[]) => {
  const askedAt: number[] = []
  const { http } = await serve(({ response }) => {
    askedAt.push(performance.now())
    response.statusCode = statuses[askedAt.length - 1] ?? 200
    response.end('{"n":1}')
  })
  return { askedAt, page: http.forPage() }
}

describe('the moment of a page', () => {
  it('should be unknown before anything was answered', async () => {
    const { page } = await servePage([404])

    expect(page.sentAt()).toBeUndefined()
    await expect(page.get('/a', args)).rejects.toThrow()
    expect(page.sentAt()).toBeUndefined()
  })

  it('should be that of the attempt that was answered', async () => {
    const { askedAt, page } = await servePage([500, 200])
    await page.get('/a', args)

    expect(page.sentAt()).toBeGreaterThan(askedAt[0]!)
    expect(page.sentAt()).toBeLessThan(askedAt[1]!)
  })

  it('should be that of the first of several requests', async () => {
    const { askedAt, page } = await servePage([])
    await page.get('/a', args)
    const first = page.sentAt()
    await page.get('/b', args)

    expect(first).toBeLessThan(askedAt[0]!)
    expect(page.sentAt()).toBe(first)
  })

  it('should be of its own for each page', async () => {
    const { http } = await serve(({ response }) => response.end('{"n":1}'))
    const [first, second] = [http.forPage(), http.forPage()]
    await first.get('/a', args)

    expect(second.sentAt()).toBeUndefined()
  })
})
