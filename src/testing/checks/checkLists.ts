import type { CaseCheck, CaseCheckArgs, Findings } from '../Check.js'
import type { RowChange } from '../reading/changeRows.js'
import type { Asked, CaseRead } from '../reading/openCase.js'

import { toChangeRows } from '../reading/changeRows.js'
import { bringsTheSame } from '../reading/compareReads.js'
import { findStranger } from '../reading/findStranger.js'

const empty: RowChange = () => []
const half: RowChange = (rows) => rows.slice(0, Math.ceil(rows.length / 2))
const doubled: RowChange = (rows) => rows.flatMap((row) => [row, row])
const reordered: RowChange = (rows) => rows.toReversed()

/**
 * Lists that are empty or short are not taken for the end, and those that repeat bring the same.
 */
export const checkLists: CaseCheck = async (args) => {
  const { read, wasChanged } = toReader(args)
  const findings: Findings = []
  for (const [index, { path }] of args.clean.requests.entries()) {
    for (const [name, change] of Object.entries({ empty, half })) {
      const result = await read({ change, isHit: (asked) => asked.index === index })
      const finding = wasChanged() && findShort({ ...args, isEmpty: change === empty, result })
      if (finding) {
        findings.push(`${name} answer to request ${index + 1} (${path}): ${finding}`)
      }
    }
  }
  if (args.clean.requests.length === 0) {
    return []
  }
  for (const [name, change] of Object.entries({ doubled, reordered })) {
    const result = await read({ change, isHit: () => true })
    if (!wasChanged()) {
      return ['no answer has a list in it: say where the rows are, with "changeRows"']
    }
    const finding = findChanged({ clean: args.clean, result })
    if (finding !== undefined) {
      findings.push(`${name} rows: ${finding}`)
    }
  }
  return findings
}

type ReadChangedArgs = { change: RowChange; isHit: (asked: Asked) => boolean }

const toReader = ({ clean, open, readingCase }: CaseCheckArgs) => {
  const records = clean.scopes.flatMap(({ pages }) =>
    pages.flatMap((page) => page.records.map(({ record }) => record)),
  )
  const changeRows = readingCase.changeRows ?? toChangeRows(records)
  let hits = 0
  return {
    read: ({ change, isHit }: ReadChangedArgs): Promise<CaseRead> => {
      hits = 0
      return open.read({
        onRequest: (asked) => {
          const changed =
            asked.isPage && isHit(asked) ? changeRows({ answer: asked.answer, change }) : undefined
          hits += changed ? 1 : 0
          return changed ?? asked.answer
        },
      })
    },
    wasChanged: () => hits > 0,
  }
}

type FindShortArgs = { isEmpty: boolean; result: CaseRead } & CaseCheckArgs

const findShort = ({
  clean,
  isEmpty,
  readingCase: { emptyList },
  result,
}: FindShortArgs): string | undefined => {
  if (result.failure) {
    return findStranger(result.failure)
  }
  if (isEmpty && emptyList === 'end') {
    return undefined
  }
  // A list of one has no half: nothing is missing then.
  if (isEmpty && emptyList === 'failure' && !bringsTheSame({ clean, read: result })) {
    return 'it was believed, though an empty list is a failure here (see "emptyList")'
  }
  return countPages(result) < countPages(clean) ? 'it was taken for the last page' : undefined
}

const countPages = ({ scopes }: CaseRead): number =>
  scopes.reduce((count, { pages }) => count + pages.length, 0)

type FindChangedArgs = { clean: CaseRead; result: CaseRead }

const findChanged = ({ clean, result }: FindChangedArgs): string | undefined => {
  if (result.failure) {
    return findStranger(result.failure)
  }
  return bringsTheSame({ clean, read: result }) ? undefined : 'other ids or documents came of them'
}
