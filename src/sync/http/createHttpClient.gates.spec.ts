import { describe, expect, it, vi } from 'vitest'

import type { Breaker, Budget, Health, Wait } from './request/Gate.js'

import { answerSchema, catchError, GOOD, NEVER, replay, serve } from './testClient.fixture.js'

const failing = { body: {}, status: 500 }

/** A budget that says `waits` one after the other, and gives leave after them. */
const createBudget = (...waits: Wait[]) => {
  const giveBack = vi.fn(() => Promise.resolve())
  const take = vi.fn<Budget['take']>(() => Promise.resolve(waits.shift() ?? { giveBack }))
  return { giveBack, take }
}

/** A breaker in one state, which remembers what it is told. */
const createBreaker = (state: Awaited<ReturnType<Breaker['enter']>> = { isProbe: false }) => {
  const reports: Health[] = []
  const breaker: Breaker = {
    enter: () => Promise.resolve(state),
    report: (health) => {
      reports.push(health)
      return Promise.resolve()
    },
  }
  return { breaker, reports }
}

type ExpectEndArgs = {
  ask: (signal: AbortSignal) => Promise<unknown>
  /** Whether what comes before the wait has happened. */
  hasBegun: () => boolean
}

/** Aborts a request that would wait longer than the test may take, and sees it end. */
const expectEnd = async ({ ask, hasBegun }: ExpectEndArgs): Promise<void> => {
  const controller = new AbortController()
  const asking = catchError(ask(controller.signal))
  await expect.poll(hasBegun, { interval: 5 }).toBe(true)
  controller.abort(new Error('shutdown'))
  expect(await asking).not.toHaveProperty('isRetryable')
}

describe('the budget of requests', () => {
  it('should be asked by the names that the facts give a path, once for each attempt', async () => {
    const budget = createBudget()
    const { ask } = await replay([failing, GOOD], {
      budget,
      facts: { budgets: (path) => [`budget of ${path}`, 'day'] },
    })
    await ask()

    expect(budget.take.mock.calls).toEqual([[['budget of /a', 'day']], [['budget of /a', 'day']]])
    expect(budget.giveBack).toHaveBeenCalledTimes(2)
  })

  it('should be waited for, in naps, for things may get better sooner', async () => {
    const { ask, requests, waits } = await replay(GOOD, {
      budget: createBudget({ reason: 'spent', waitMs: 50_000 }, { reason: 'spent', waitMs: 300 }),
    })
    await ask()

    expect(waits).toEqual([1000, 300])
    expect(requests).toHaveLength(1)
  })

  it('should end a request that would have to wait for too long, before it is sent', async () => {
    const budget = createBudget({ reason: 'the quota "day" is used up', waitMs: 3_600_000 })
    const { ask, requests } = await replay(GOOD, { budget })

    await expect(ask()).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: 'Test provider was not asked for /a: the quota "day" is used up.',
      retryAfterMs: 3_600_000,
    })
    expect(requests).toEqual([])
  })

  it('should not be waited for once more by the request that waited for it in vain', async () => {
    const spent = { reason: 'spent', waitMs: 40_000 }
    const budget = createBudget(...Array<Wait>(100).fill(spent))
    const { ask, waits } = await replay(GOOD, { budget })

    expect(await catchError(ask())).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 40_000 })
    // Twenty naps and the forty seconds still to go are more than a minute.
    expect(waits).toEqual(Array(21).fill(1000))
  })

  it('should be given back when nothing was answered', async () => {
    const budget = createBudget()
    const { ask } = await serve(({ request }) => request.socket.destroy(), { attempts: 1, budget })
    await catchError(ask())

    expect(budget.giveBack.mock.calls).toEqual([[{ blockedMs: undefined, quotas: [] }]])
  })

  it('should not be charged to the time of a page', async () => {
    const budget = createBudget({ reason: 'spent', waitMs: 300 })
    const { ask } = await replay(GOOD, { budget, facts: { pageTimeoutMs: 200 }, wait: undefined })

    expect(await ask()).toEqual({ n: 1 })
  })
})

describe('the breaker', () => {
  it('should be told once of a request that failed in all its attempts', async () => {
    const { breaker, reports } = createBreaker()
    const { ask, requests } = await replay(failing, { breaker })
    await catchError(ask())

    expect(requests).toHaveLength(5)
    expect(reports).toEqual([{ failure: 'Test provider answered /a: status 500' }])
  })

  it.each([
    ['a good answer', GOOD],
    ['a refusal', { body: {}, status: 404 }],
    ['a spent quota', { body: {}, headers: { 'retry-after': '3600' }, status: 429 }],
  ])('should be told that the provider is there after %s', async (_name, answer) => {
    const { breaker, reports } = createBreaker()
    const { ask } = await replay(answer, { breaker })
    await ask().catch(() => undefined)

    expect(reports).toEqual([{ failure: null }])
  })

  it('should be told nothing of a request that was not sent', async () => {
    const { breaker, reports } = createBreaker()
    const { ask } = await replay(GOOD, {
      breaker,
      budget: createBudget({ reason: 'spent', waitMs: 3_600_000 }),
    })
    await catchError(ask())

    expect(reports).toEqual([])
  })

  it('should have a probe make one attempt', async () => {
    const { breaker, reports } = createBreaker({ isProbe: true })
    const { ask, requests } = await replay(failing, { breaker })
    await catchError(ask())

    expect(requests).toHaveLength(1)
    expect(reports).toHaveLength(1)
  })

  it('should end a request at once that would have to wait for too long', async () => {
    const { breaker, reports } = createBreaker({ reason: 'it does not answer', waitMs: 600_000 })
    const { ask, requests } = await replay(GOOD, { breaker })

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Test provider was not asked for /a: it does not answer.',
      retryAfterMs: 600_000,
    })
    expect(requests).toEqual([])
    expect(reports).toEqual([])
  })
})

describe('the time of a page', () => {
  it('should end the repeats of a request', async () => {
    const { ask, waits } = await replay(failing, { facts: { pageTimeoutMs: 1900 } })
    await catchError(ask())

    // The third wait would be one of two seconds.
    expect(waits).toEqual([500, 1000])
  })

  it('should be shared by all requests of the page', async () => {
    const minute = 60_000
    let passedMs = 0
    vi.spyOn(performance, 'now').mockImplementation(() => passedMs)
    const { asked, http } = await serve(
      ({ request, response }) => {
        if (request.url === '/a') {
          // Enough for the second to be sent on a busy machine, and to be waited for here.
          passedMs = minute - 1000
          response.end('{"n":1}')
        } else {
          passedMs = minute
        }
      },
      { attempts: 1, facts: { pageTimeoutMs: minute, timeoutMs: 60 * minute } },
    )
    const page = http.forPage()
    const args = { schema: answerSchema, signal: NEVER }
    await page.get('/a', args)

    // Alone it would have an hour, and has what the first has left of the page.
    expect(await catchError(page.get('/b', args))).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    await expect(page.get('/c', args)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Test provider was not asked for /c: the page took too long.',
    })
    expect(asked()).toBe(2)
  })
})

describe('an abort', () => {
  // Longer than a test may take.
  const hour = 3_600_000

  it('should end the wait between two attempts', async () => {
    const onSetback = vi.fn()
    const { ask, requests } = await replay(failing, {
      backoffMs: hour,
      facts: { pageTimeoutMs: 2 * hour },
      maxWaitMs: hour,
      onSetback,
      wait: undefined,
    })

    const hasBegun = () => onSetback.mock.calls.length === 1
    await expectEnd({ ask, hasBegun })
    expect(requests).toHaveLength(1)
  })

  it('should end the wait that a provider asks for', async () => {
    const onSetback = vi.fn()
    const { ask, requests } = await replay(
      { body: {}, headers: { 'retry-after': '3600' }, status: 429 },
      { facts: { pageTimeoutMs: 2 * hour }, maxWaitMs: 2 * hour, onSetback, wait: undefined },
    )

    const hasBegun = () => onSetback.mock.calls.length === 1
    await expectEnd({ ask, hasBegun })
    expect(requests).toHaveLength(1)
  })

  it('should end the wait for the budget', async () => {
    const spent = { reason: 'spent', waitMs: hour }
    const budget = createBudget(...Array<Wait>(1000).fill(spent))
    const { ask, requests } = await replay(GOOD, { budget, maxWaitMs: 2 * hour, wait: undefined })

    const hasBegun = () => budget.take.mock.calls.length > 0
    await expectEnd({ ask, hasBegun })
    expect(requests).toEqual([])
  })

  it('should end the wait for a provider that is out of order', async () => {
    const { breaker } = createBreaker({ reason: 'it does not answer', waitMs: hour })
    const enter = vi.spyOn(breaker, 'enter')
    const { ask, requests } = await replay(GOOD, { breaker, maxWaitMs: 2 * hour, wait: undefined })

    const hasBegun = () => enter.mock.calls.length > 0
    await expectEnd({ ask, hasBegun })
    expect(requests).toEqual([])
  })

  it('should end a request that hangs', async () => {
    const { ask, asked } = await serve(() => undefined)

    const hasBegun = () => asked() === 1
    await expectEnd({ ask, hasBegun })
  })
})
