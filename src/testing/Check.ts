import type { ProviderFacts } from './ProviderFacts.js'
import type { ReadingCase } from './reading/listCases.js'
import type { CaseRead, OpenCase } from './reading/openCase.js'

/** What a check finds wrong, a sentence each. None: the provider passes. */
export type Findings = string[]

export type CaseCheckArgs = {
  /** The read of this case with its answers as they are. */
  clean: CaseRead
  open: OpenCase
  readingCase: ReadingCase
}

/** Looks at one resource in one mode. */
export type CaseCheck = (args: CaseCheckArgs) => Findings | Promise<Findings>

/** Looks at the provider as a whole. */
export type ProviderCheck = (facts: ProviderFacts) => Findings
