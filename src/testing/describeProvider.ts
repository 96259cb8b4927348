import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseCheckArgs } from './Check.js'
import type { ProviderFacts } from './ProviderFacts.js'

import { CASE_CHECKS, PROVIDER_CHECKS } from './CHECKS.js'
import { listCases, toProvider } from './reading/listCases.js'
import { openCase } from './reading/openCase.js'

/** Far more than a check takes: a slow machine is no fault of a provider. */
const TIMEOUT_MS = 300_000

/**
 * The conformance suite: puts a provider to everything that the plugin relies on, over real HTTP
 * and without a database. Call it in a test file of vitest. Each resource is read in each of its
 * modes from the answers given, as they are and with everything that may go wrong in their place.
 *
 * A finding is a sentence that names the resource, the request or record, and what is wrong with
 * it.
 */
export const describeProvider = (facts: ProviderFacts): void => {
  describe(`the provider ${toProvider(facts).label}`, () => {
    for (const [sentence, check] of Object.entries(PROVIDER_CHECKS)) {
      it(sentence, () => {
        expect(check(facts)).toEqual([])
      })
    }
    for (const readingCase of listCases(facts)) {
      describe(readingCase.name, () => {
        let args: CaseCheckArgs

        beforeAll(async () => {
          const open = await openCase(readingCase)
          args = { clean: await open.read(), open, readingCase }
        }, TIMEOUT_MS)

        afterAll(() => args.open.close())

        for (const [sentence, check] of Object.entries(CASE_CHECKS)) {
          it(
            sentence,
            async () => {
              expect(await check(args)).toEqual([])
            },
            TIMEOUT_MS,
          )
        }
      })
    }
  })
}
