import { isDeepStrictEqual } from 'node:util'

import type { JsonObject, JsonValue } from '../../../../shared/json.js'
import type { StoredClaim, StoredClaims } from '../../../store/claims/StoredClaims.js'

type CombineClaimsArgs = { claims: StoredClaims; contestedFields: readonly string[] }

/** Claims that cannot all be right. */
export type Contest = {
  /** What they differ in. */
  fields: string[]
  /** Keys of the scopes that say something else. */
  others: string[]
  /** Key of the scope whose word counts. */
  speaker: string
}

export type Combined = {
  /** Without those that neither hold nor speak. */
  claims: StoredClaims
  contest: Contest | undefined
  /** What the record is, made of all that was said. */
  document: JsonObject
}

/** One record out of what several scopes say of it. The same claims always give the same record. */
export const combineClaims = ({ claims, contestedFields }: CombineClaimsArgs): Combined => {
  const ranks = [...new Set(Object.values(claims).map(({ rank }) => rank))].toSorted(
    (a, b) => b - a,
  )
  const ordered = ranks.map((rank) =>
    Object.entries(claims)
      .filter(([, claim]) => claim.rank === rank)
      .toSorted(byWeight),
  )
  const speakers = ordered.flatMap(([speaker]) => (speaker ? [speaker] : []))
  const contests = ordered.flatMap(([speaker, ...others]) =>
    speaker ? (findContest({ contestedFields, others, speaker }) ?? []) : [],
  )
  return {
    claims: Object.fromEntries(
      ordered.flatMap(([speaker, ...others]) => [
        ...(speaker ? [[speaker[0], { ...speaker[1], speaks: true }] as const] : []),
        ...others
          .filter(([, { holds }]) => holds)
          .map(([key, claim]) => [key, { ...claim, speaks: false }] as const),
      ]),
    ),
    contest: contests[0],
    document: complete(speakers.map(([, { document }]) => document)),
  }
}

type ClaimEntry = [key: string, claim: StoredClaim]

const byWeight = ([keyA, a]: ClaimEntry, [keyB, b]: ClaimEntry): number =>
  Number(b.holds) - Number(a.holds) ||
  compareText(b.from ?? '', a.from ?? '') ||
  Number(b.speaks) - Number(a.speaks) ||
  compareText(keyA, keyB)

const compareText = (a: string, b: string): number => {
  if (a === b) {
    return 0
  }
  return a < b ? -1 : 1
}

type FindContestArgs = {
  contestedFields: readonly string[]
  others: readonly ClaimEntry[]
  speaker: ClaimEntry
}

const findContest = ({
  contestedFields,
  others,
  speaker: [key, { document, holds }],
}: FindContestArgs): Contest | undefined => {
  const differsIn = (claim: StoredClaim): string[] =>
    contestedFields.filter(
      (field) =>
        isGiven(claim.document[field]) &&
        isGiven(document[field]) &&
        !isDeepStrictEqual(claim.document[field], document[field]),
    )
  const against = others.filter(([, claim]) => claim.holds && differsIn(claim).length > 0)
  return holds && against.length > 0
    ? {
        fields: contestedFields.filter((field) =>
          against.some(([, claim]) => differsIn(claim).includes(field)),
        ),
        others: against.map(([other]) => other),
        speaker: key,
      }
    : undefined
}

const isGiven = (value: JsonValue | undefined): boolean => value !== undefined && value !== null

/** Each field from the first that has a value for it; `null` where some say there is none. */
const complete = (documents: readonly JsonObject[]): JsonObject => {
  const fields = new Set(documents.flatMap((document) => Object.keys(document)))
  return Object.fromEntries(
    [...fields].map((field) => {
      const said = documents
        .map((document) => document[field])
        .filter((value) => value !== undefined)
      return [field, said.find(isGiven) ?? null]
    }),
  )
}
