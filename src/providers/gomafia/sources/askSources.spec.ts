import { describe, expect, it } from 'vitest'

import type { HttpClient } from '../../../sdk/index.js'
import type { Source, SourceName } from './Source.js'

import {
  InvalidAnswerError,
  NotFoundError,
  RequestRefusedError,
  TurnedAwayError,
  UnavailableError,
} from '../../../sdk/index.js'
import { createSources } from './askSources.js'

const START = Date.parse('2025-08-28T09:00:00Z')
const MINUTE_MS = 60_000

/** Two ways, each of which answers with its name, or throws what a test puts in its place. */
const createTwoWays = () => {
  const failures = new Map<SourceName, Error>()
  const asked: SourceName[] = []
  const names = ['pageData', 'api'] as const
  const sources = new Map(
    names.map((name) => {
      const source: Source = {
        readList: () => Promise.resolve({ rows: [], total: 0 }),
        readPlayer: () => Promise.resolve(null),
        readTournament: () => {
          asked.push(name)
          const failure = failures.get(name)
          return failure ? Promise.reject(failure) : Promise.resolve(null)
        },
      }
      return [name, source]
    }),
  )
  const ways = createSources({ robots: undefined, sources })
  return {
    /** Which way answered, so many minutes after the start, and which were asked. */
    ask: async (minutes = 0) => {
      asked.length = 0
      const { via } = await ways.ask(
        {
          http: {} as HttpClient,
          now: new Date(START + minutes * MINUTE_MS),
          signal: new AbortController().signal,
          what: 'tournament 7',
        },
        (source, args) => source.readTournament({ ...args, id: '7' }),
      )
      return { asked: [...asked], via }
    },
    failures,
  }
}

describe('the ways to the site', () => {
  it.each([
    new InvalidAnswerError('Not what it was.'),
    new NotFoundError('Gone.'),
    new RequestRefusedError('No.'),
    new UnavailableError('Down.'),
  ])('should go on with the next where one answers $code', async (failure) => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', failure)

    expect(await ask()).toEqual({ asked: ['pageData', 'api'], via: 'api' })
  })

  it('should keep to the other for an hour, and then go back to the first', async () => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', new InvalidAnswerError('Not what it was.'))
    await ask()
    failures.clear()

    expect(await ask(59)).toEqual({ asked: ['api'], via: 'api' })
    expect(await ask(60)).toEqual({ asked: ['pageData'], via: 'pageData' })
  })

  it('should keep to the other for another hour where the first is still broken', async () => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', new InvalidAnswerError('Not what it was.'))
    await ask()

    expect(await ask(60)).toEqual({ asked: ['pageData', 'api'], via: 'api' })
    expect(await ask(119)).toEqual({ asked: ['api'], via: 'api' })
  })

  it('should ask a broken way all the same when no other works', async () => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', new InvalidAnswerError('Not what it was.'))
    await ask()
    failures.clear()
    failures.set('api', new RequestRefusedError('No.'))

    expect(await ask(1)).toEqual({ asked: ['api', 'pageData'], via: 'pageData' })
  })

  it('should ask nobody else where the site does not want to be read', async () => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', new TurnedAwayError({ message: 'No.', retryAfterMs: 1 }))

    await expect(ask()).rejects.toMatchObject({ code: 'TURNED_AWAY' })
    failures.clear()
    // Nor is that the fault of a way.
    expect(await ask()).toEqual({ asked: ['pageData'], via: 'pageData' })
  })

  it('should say what was wrong with each when none is left', async () => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', new InvalidAnswerError('Not what it was.'))
    failures.set('api', new RequestRefusedError('No.'))

    await expect(ask()).rejects.toMatchObject({
      code: 'INVALID_ANSWER',
      message: 'No way to tournament 7 works: pageData: Not what it was. api: No.',
    })
  })

  it('should be asked again later where the site is down, whichever is taken', async () => {
    const { ask, failures } = createTwoWays()
    failures.set('pageData', new UnavailableError('Down.'))
    failures.set('api', new UnavailableError('Down as well.'))

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      isRetryable: true,
    })
    failures.clear()
    expect(await ask(1)).toEqual({ asked: ['pageData'], via: 'pageData' })
  })
})
