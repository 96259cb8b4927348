import type { SyncError } from '../../sdk/index.js'
import type { CaseRead } from '../reading/openCase.js'
import type { CaseCheck, CaseCheckArgs, Findings } from './Check.js'

import { bringsTheSame } from '../reading/compareReads.js'
import { findStranger } from '../reading/findStranger.js'
import { startReplayServer } from '../replayServer.js'
import { FAULTS, NOT_FOUND, SILENCE } from './FAULTS.js'

/** Long enough for an answer of a server next door; one that is late is a failure as well. */
const SHORT_TIMEOUT_MS = 50

/**
 * From each request of a read on, every answer goes wrong, in every way there is. A read must end
 * with a `SyncError` then, or bring all the same, where a provider knows another way.
 */
export const checkFaults: CaseCheck = async (args) => {
  const findings: Findings = await findRefused(args)
  for (const [index, { path }] of args.clean.requests.entries()) {
    for (const { name, findFault, toAnswer } of FAULTS) {
      const read = await args.open.read({
        onRequest: (asked) => (asked.index >= index ? toAnswer(asked.answer) : asked.answer),
        ...(name === SILENCE && { timeoutMs: SHORT_TIMEOUT_MS }),
      })
      const finding = findMistake({ clean: args.clean, fault: name, findFault, read })
      if (finding !== undefined) {
        findings.push(`${name} at request ${index + 1} (${path}): ${finding}`)
      }
    }
  }
  return findings
}

type FindMistakeArgs = {
  clean: CaseRead
  fault: string
  findFault?: ((error: SyncError) => string | undefined) | undefined
  read: CaseRead
}

const findMistake = ({ clean, fault, findFault, read }: FindMistakeArgs): string | undefined => {
  if (!read.failure) {
    return bringsTheSame({ clean, read }) ? undefined : 'the read ended as if nothing had happened'
  }
  const stranger = findStranger(read.failure)
  if (stranger !== undefined) {
    return stranger
  }
  const error = read.failure.error as SyncError
  return error.code === 'NOTHING_HERE' && fault !== NOT_FOUND
    ? 'it was taken for the word that there is nothing'
    : findFault?.(error)
}

/** Each page, while nobody listens where the provider was. */
const findRefused = async ({ clean, open }: CaseCheckArgs): Promise<Findings> => {
  const findings: Findings = []
  const gone = await startReplayServer()
  await gone.close()
  for (const { pages, scope } of clean.scopes) {
    for (const [index, page] of pages.filter(({ answers }) => answers.length > 0).entries()) {
      const where = `a connection that is refused, page ${index + 1} of ${scope.key}`
      try {
        await open.refetch({ baseUrl: gone.baseUrl, page, scope })
        findings.push(`${where}: the page came as if nothing had happened`)
      } catch (error) {
        const stranger = findStranger({ error })
        findings.push(...(stranger === undefined ? [] : [`${where}: ${stranger}`]))
      }
    }
  }
  return findings
}
