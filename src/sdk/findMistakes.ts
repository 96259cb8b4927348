import type { HttpFacts } from './http/HttpFacts.js'
import type { Resource } from './Resource.js'

import { BASE_URL_RULE, isBlank } from './options/optionRules.js'

const isFunction = (value: unknown): boolean => typeof value === 'function'

/** What every resource has, and what it must be. Code that no compiler checks may lack any of it. */
const PARTS = {
  collection: { expectation: 'the slug of the collection that it fills', isGood: isText },
  externalId: { expectation: "a function that says a record's id", isGood: isFunction },
  fetchPage: { expectation: 'a function that fetches a page of records', isGood: isFunction },
  map: { expectation: 'a function that makes a document of a record', isGood: isFunction },
  schema: {
    expectation: 'a schema of zod',
    isGood: (value: unknown) => isFunction((value as { safeParse?: unknown } | null)?.safeParse),
  },
} as const

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

type FindResourceMistakesArgs = { name: string; resource: Resource }

/** What a resource lacks, the first thing only: the rest often follows from it. */
export const findResourceMistakes = ({ name, resource }: FindResourceMistakesArgs): string[] => {
  const given = resource as null | Partial<Record<string, unknown>> | undefined
  if (typeof given !== 'object' || given === null) {
    return [`resource "${name}" must be what defineResource made (was ${typeof resource})`]
  }
  const lacking = Object.entries(PARTS).find(([part, { isGood }]) => !isGood(given[part]))
  if (lacking) {
    const [part, { expectation }] = lacking
    return [`resource "${name}" has no ${part}: give it ${expectation}`]
  }
  return isFunction((given.scopes as { full?: unknown } | undefined)?.full)
    ? []
    : [`resource "${name}" has no scopes.full: give it a function that lists what a full run reads`]
}

/** What keeps requests from being sent at all. */
export const findHttpMistakes = ({ baseUrl }: HttpFacts): string[] => {
  if (isBlank(baseUrl)) {
    return ['http.baseUrl is empty: give the address where the provider answers']
  }
  const mistake = BASE_URL_RULE.findMistake?.(baseUrl)
  const isGood = URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol)
  return mistake === undefined && isGood
    ? []
    : [
        `http.baseUrl ${mistake ?? 'must be an http or https URL'} (was ${BASE_URL_RULE.show(baseUrl)})`,
      ]
}
