import type { CaseRead } from './openCase.js'

/** What a read brings: each id with its document, by scope. What comes twice counts once. */
const toDocuments = ({ scopes }: CaseRead): Set<string> =>
  new Set(
    scopes.flatMap(({ pages, scope }) =>
      pages.flatMap(({ records }) =>
        records.map(({ document, externalId }) =>
          JSON.stringify([scope.key, externalId, document]),
        ),
      ),
    ),
  )

type CompareReadsArgs = { clean: CaseRead; read: CaseRead }

/** Whether a read brings the same documents as the clean one, in whatever order. */
export const bringsTheSame = ({ clean, read }: CompareReadsArgs): boolean => {
  const [expected, found] = [toDocuments(clean), toDocuments(read)]
  return expected.size === found.size && [...expected].every((document) => found.has(document))
}

/** How many records a read brings. */
export const countRecords = (read: CaseRead): number => toDocuments(read).size
