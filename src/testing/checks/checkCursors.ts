import { isDeepStrictEqual } from 'node:util'

import type { CaseCheck, CaseCheckArgs, Findings } from '../Check.js'
import type { ReadPage } from '../reading/openCase.js'

import { findStranger } from '../reading/findStranger.js'

/** Cursors and params are JSON, no cursor comes twice, and each leads to the same page again. */
export const checkCursors: CaseCheck = async (args) => [
  ...findNoJson(args),
  ...args.clean.scopes.flatMap(({ pages, scope }) => findRepeats({ key: scope.key, pages })),
  ...(await findOtherPages(args)),
  ...(await findCircles(args)),
]

const isJson = (value: unknown): boolean =>
  value === undefined || isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)

const findNoJson = ({ clean: { scopes } }: CaseCheckArgs): Findings =>
  scopes.flatMap(({ pages, scope }) => [
    ...(isJson(scope.params) ? [] : [`the params of scope ${scope.key} are no JSON`]),
    ...pages.flatMap(({ next }, index) =>
      isJson(next) ? [] : [`the cursor behind page ${index + 1} of ${scope.key} is no JSON`],
    ),
  ])

type FindRepeatsArgs = { key: string; pages: readonly ReadPage[] }

const findRepeats = ({ key, pages }: FindRepeatsArgs): Findings => {
  const known = new Set<string>()
  return pages.flatMap(({ next }) => {
    const cursor = JSON.stringify(next)
    const isKnown = next !== undefined && known.has(cursor)
    known.add(cursor)
    return isKnown ? [`scope ${key}: the cursor ${cursor} comes twice`] : []
  })
}

const findOtherPages = async ({ clean, open }: CaseCheckArgs): Promise<Findings> => {
  const findings: Findings = []
  for (const { pages, scope } of clean.scopes) {
    for (const page of pages) {
      const { next, records } = await open.refetch({ page, scope })
      const isSame =
        isDeepStrictEqual(next ?? undefined, page.next) && isDeepStrictEqual(records, page.sent)
      if (!isSame) {
        findings.push(
          `scope ${scope.key}: the cursor ${JSON.stringify(page.cursor)} leads to another page ` +
            'when it is asked for again',
        )
      }
    }
  }
  return findings
}

/** Enough to come back to a cursor, and few enough for one that counts its pages and does not. */
const SOME_PAGES = 5

/** A system that sends one page over and over must not be read in a circle. */
const findCircles = async ({ clean, open }: CaseCheckArgs): Promise<Findings> => {
  const findings: Findings = []
  for (const { pages, scope } of clean.scopes) {
    const [first] = pages
    const [only, ...others] = first?.answers ?? []
    if (!first || !only || others.length > 0 || first.next === undefined) {
      continue
    }
    const read = await open.read({
      mostPages: pages.length + SOME_PAGES,
      onRequest: ({ answer, index }) => (index >= first.firstRequest ? only.answer : answer),
    })
    const { key } = scope
    const circling = read.scopes.find((one) => one.scope.key === key)
    const stranger = read.failure && findStranger(read.failure)
    findings.push(
      ...findRepeats({ key, pages: circling?.pages ?? [] }),
      ...(stranger === undefined ? [] : [`scope ${key}, one page over and over: ${stranger}`]),
    )
  }
  return findings
}
