import type { RecordOverview } from '../../../sdk/index.js'
import type { FileFindings } from '../../store/files/StoredFile.js'

import { cleanText } from '../../../shared/cleanText.js'

/** Enough to see what is the matter. */
const MOST_PROBLEMS = 3

type Mapped = { document?: Record<string, unknown> | undefined; problem?: string | undefined }

type Sums = Pick<
  FileFindings['resources'][number],
  'days' | 'groups' | 'invalid' | 'problems' | 'records' | 'sums' | 'years'
>

type Tally = {
  /** A record: the document it becomes, or why it becomes none. */
  add: (mapped: Mapped) => void
  count: () => number
  sum: () => Sums
}

/** Sums up records one by one, as their kit says. */
export const createTally = ({ overview }: { overview: RecordOverview | undefined }): Tally => {
  const groups = new Map<string, Map<string, number>>()
  const years = new Map<string, number>()
  const amounts = new Map<string, { records: number; total: string }>()
  const problems = new Set<string>()
  let [first, last, invalid, records] = ['', '', 0, 0]

  const addDocument = (document: Record<string, unknown>): void => {
    const { amount, day, groups: own = {} } = overview?.read(document) ?? {}
    for (const [field, value] of Object.entries(own)) {
      const values = groups.get(field) ?? new Map<string, number>()
      groups.set(field, values.set(value, (values.get(value) ?? 0) + 1))
    }
    if (day !== undefined) {
      const year = day.slice(0, 4)
      years.set(year, (years.get(year) ?? 0) + 1)
      first = first === '' || day < first ? day : first
      last = day > last ? day : last
    }
    if (overview && amount) {
      const known = amounts.get(amount.unit)
      amounts.set(amount.unit, {
        records: (known?.records ?? 0) + 1,
        total: overview.add(known ? [known.total, amount.value] : [amount.value]),
      })
    }
  }

  return {
    add: ({ document, problem }) => {
      records += 1
      if (document) {
        addDocument(document)
        return
      }
      invalid += 1
      if (problems.size < MOST_PROBLEMS) {
        problems.add(cleanText(problem ?? ''))
      }
    },
    count: () => records,
    sum: () => ({
      days: first === '' ? null : { first: first.slice(0, 10), last: last.slice(0, 10) },
      groups: [...groups].map(([field, values]) => ({
        field,
        values: [...values]
          .map(([value, of]) => ({ records: of, value }))
          .sort((one, other) => other.records - one.records),
      })),
      invalid,
      problems: [...problems],
      records,
      sums: [...amounts]
        .map(([unit, sum]) => ({ ...sum, unit }))
        .sort((one, other) => other.records - one.records),
      years: [...years]
        .map(([year, of]) => ({ records: of, year }))
        .sort((one, other) => other.year.localeCompare(one.year)),
    }),
  }
}
