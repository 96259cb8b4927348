import type { SyncError } from '../../../sdk/index.js'
import type { Robots } from '../http/createRobots.js'
import type { AskArgs, Source, SourceName } from './Source.js'

import { InvalidAnswerError, isSyncError } from '../../../sdk/index.js'
import { withRobots } from './withRobots.js'

/** How long a way that broke is tried last. */
const BROKEN_MS = 60 * 60 * 1000

/** What tells that a way is broken, rather than that nobody is to ask for now. */
const BREAKS = ['INVALID_ANSWER', 'NOT_FOUND', 'PROVIDER_UNAVAILABLE', 'REQUEST_REFUSED'] as const

type CreateSourcesArgs = {
  /** `undefined` where nobody wants to know. */
  robots: Robots | undefined
  /** By name, in the order they are tried. */
  sources: ReadonlyMap<SourceName, Source>
}

/** Asks the ways in their order until one has an answer. */
export type Sources = {
  ask: <TAnswer>(
    args: {
      now: Date
      /** What is asked for, in words: `player 3170`. */
      what: string
    } & AskArgs,
    read: (source: Source, args: AskArgs) => Promise<TAnswer>,
  ) => Promise<{ answer: TAnswer; via: SourceName }>
}

/**
 * Goes on with the next way where one breaks, and keeps to it for an hour. A refusal or a spent
 * quota is the site's word and not that of a way, so it ends the question.
 *
 * @throws InvalidAnswerError that says what was wrong with each way, when none is left
 * @throws UnavailableError when the site is down, whichever way is taken
 */
export const createSources = ({ robots, sources }: CreateSourcesArgs): Sources => {
  const brokenUntil = new Map<SourceName, number>()
  const isBroken = (name: SourceName, now: Date): boolean =>
    (brokenUntil.get(name) ?? 0) > now.getTime()

  return {
    ask: async ({ http, now, signal, what }, read) => {
      const asked = { http: withRobots({ http, now, robots, signal }), signal }
      const names = [...sources.keys()]
      const inOrder = [
        ...names.filter((name) => !isBroken(name, now)),
        ...names.filter((name) => isBroken(name, now)),
      ]
      const failures: [SourceName, SyncError][] = []
      for (const name of inOrder) {
        try {
          return { answer: await read(sources.get(name)!, asked), via: name }
        } catch (error) {
          if (!isBreak(error)) {
            throw error
          }
          failures.push([name, error])
          brokenUntil.set(name, now.getTime() + BROKEN_MS)
        }
      }
      const [first] = failures
      // Where every way may work again later the site is down, which is no fault of what was asked for.
      if (first && (failures.length === 1 || failures.every(([, error]) => error.isRetryable))) {
        throw first[1]
      }
      throw new InvalidAnswerError(
        `No way to ${what} works: ${failures.map(([name, { message }]) => `${name}: ${message}`).join(' ')}`,
      )
    },
  }
}

const isBreak = (error: unknown): error is SyncError =>
  BREAKS.some((code) => isSyncError(error, code)) && !(isSyncError(error) && error.isWait)
