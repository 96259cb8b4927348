import type { PayloadRequest } from 'payload'

import { isDeepStrictEqual } from 'node:util'

import type { Claim } from '../../../../sdk/index.js'
import type { ClaimArgs } from '../../../store/claims/findClaims.js'
import type {
  ClaimedRecord,
  StoredClaim,
  StoredClaims,
} from '../../../store/claims/StoredClaims.js'
import type { SyncIssue } from '../../../store/issues/SyncIssue.js'
import type { LockedRecords } from '../../../store/records/lockRecords.js'
import type { Job } from '../Job.js'
import type { PreparedRecord, RejectedRecord } from '../prepareRecords.js'
import type { Contest } from './combineClaims.js'

import { findClaims, findUnlisted } from '../../../store/claims/findClaims.js'
import { keepClaims, saveClaims } from '../../../store/claims/saveClaims.js'
import { findReferences } from '../../write/findReferences.js'
import { refuseMisfits } from '../fields/refuseMisfits.js'
import { hashDocument } from '../prepareRecords.js'
import { combineClaims } from './combineClaims.js'

/** The scope that a batch was read in, for resources whose scopes speak of the same records. */
export type ClaimSource = {
  /** Whether the scope was read to its end with this batch, and listed everything it has. */
  endsScope: boolean
  /** Whether a key is one of the connection of the run. */
  isOwn: (key: string) => boolean
  key: string
  /** Labels of all scopes there are, by key; `undefined` where the run asks for some of them. */
  planned: ReadonlyMap<string, string> | undefined
  /** When the first page of the scope was asked for, in the database's time. */
  since: Date
}

type SettleClaimsArgs = {
  job: Job
  /** Records that the scope lists as well, and of which what it said before stays. */
  kept: readonly Pick<PreparedRecord, 'externalId'>[]
  /** All that the batch may change, kept from everybody else. */
  locked: LockedRecords
  prepared: readonly PreparedRecord[]
  req: PayloadRequest
  /** When all of it was said, in the database's time. */
  saidAt: Date
  source: ClaimSource | undefined
}

export type SettledClaims = {
  /** Records whose scopes agree again. */
  agreed: string[]
  issues: SyncIssue[]
  /** Records that became something else because the scope of the batch does not list them. */
  left: PreparedRecord[]
  /** The records of the batch, made of all that was said of them. */
  prepared: readonly PreparedRecord[]
  /** Records of the batch whose fields cannot take what other scopes said of them. */
  refused: RejectedRecord[]
  /** To be called when the records are stored. */
  save: () => Promise<void>
}

/**
 * Puts what a batch says of its records together with what other scopes said of them. A resource
 * without `claim` is left alone.
 */
export const settleClaims = async ({
  job,
  kept,
  locked,
  prepared,
  req,
  saidAt,
  source,
}: SettleClaimsArgs): Promise<SettledClaims> => {
  const { database, provider, resource, resourceName, runId } = job
  if (!source || runId === null) {
    return { agreed: [], issues: [], left: [], prepared, refused: [], save: async () => {} }
  }
  const args: ClaimArgs = { database, provider: provider.name, req, resource: resourceName }
  const run = String(runId)
  const { endsScope, key, since } = source
  const listed = [...prepared, ...kept].map(({ externalId }) => externalId)
  await keepClaims({
    ...args,
    externalIds: kept.map(({ externalId }) => externalId),
    run,
    scope: key,
  })
  const known = await findClaims({
    ...args,
    externalIds: prepared.map(({ externalId }) => externalId),
  })
  const unlisted = endsScope ? await findUnlisted({ ...args, listed, run, scope: key, since }) : []

  const result: Pick<SettledClaims, 'agreed' | 'issues'> = { agreed: [], issues: [] }
  const claims = new Map<string, StoredClaims>()
  const { contestedFields } = resource
  const settle = ({ next, record }: { next: StoredClaims; record: ClaimedRecord }) => {
    const { externalId } = record
    const before = combineClaims({ claims: record.claims, contestedFields })
    const now = combineClaims({
      claims: withoutUnasked({ claims: next, source }),
      contestedFields,
    })
    claims.set(externalId, now.claims)
    if (now.contest && !isDeepStrictEqual(now.contest, before.contest)) {
      result.issues.push(toClaimIssue({ contest: now.contest, record, source }))
    }
    if (!now.contest && before.contest) {
      result.agreed.push(externalId)
    }
    return { before: before.document, document: now.document }
  }

  const combined = prepared.map((record) => {
    const { claim, externalId } = record
    const stored = known.get(externalId) ?? { claims: {}, documentId: null, externalId }
    const speaks = stored.claims[key]?.speaks ?? false
    const said = {
      document: record.document,
      run,
      saidAt: (record.saidAt ?? saidAt).toISOString(),
      speaks,
    }
    const next = { ...stored.claims, [key]: toStoredClaim({ claim, ...said }) }
    const { document } = settle({ next, record: stored })
    return toPrepared({ document, job, record })
  })
  const leaving = unlisted.filter(({ externalId }) => locked.has(externalId))
  const left = leaving.flatMap((record) => {
    const next = { ...record.claims, [key]: { ...record.claims[key]!, holds: false } }
    const { before, document } = settle({ next, record })
    const bare = { document, externalId: record.externalId, hash: '', references: [] }
    return isDeepStrictEqual(before, document) ? [] : [toPrepared({ document, job, record: bare })]
  })
  const fitting = refuseMisfits({ job, records: { prepared: combined, rejected: [] } })
  return {
    ...result,
    left,
    prepared: fitting.prepared,
    refused: fitting.rejected,
    save: () => saveClaims({ ...args, claims }),
  }
}

type ToStoredClaimArgs = { claim: Claim | undefined } & Pick<
  StoredClaim,
  'document' | 'run' | 'saidAt' | 'speaks'
>

const toStoredClaim = ({ claim, ...rest }: ToStoredClaimArgs): StoredClaim => ({
  ...rest,
  from: claim?.from ?? null,
  holds: claim?.holds ?? true,
  rank: claim?.rank ?? 0,
})

type WithoutUnaskedArgs = { claims: StoredClaims; source: ClaimSource }

/** What is not asked for any more, such as a list of last year, cannot say that it still holds. */
const withoutUnasked = ({ claims, source: { isOwn, planned } }: WithoutUnaskedArgs): StoredClaims =>
  Object.fromEntries(
    Object.entries(claims).map(([key, claim]) => [
      key,
      planned && !planned.has(key) && isOwn(key) ? { ...claim, holds: false } : claim,
    ]),
  )

type ToPreparedArgs = { job: Job; record: PreparedRecord } & Pick<PreparedRecord, 'document'>

/** The record as all that was said makes it. Stubs are for what it really points to. */
const toPrepared = ({ document, job: { resource }, record }: ToPreparedArgs): PreparedRecord => {
  const toKey = (reference: { externalId: string; resource: string }): string =>
    `${reference.resource}/${reference.externalId}`
  const given = new Map(record.references.map((reference) => [toKey(reference), reference]))
  return {
    ...record,
    document,
    hash: hashDocument({ document, resource }),
    references: findReferences(document).map(
      (reference) => given.get(toKey(reference)) ?? reference,
    ),
  }
}

type ToClaimIssueArgs = { contest: Contest; record: ClaimedRecord; source: ClaimSource }

const toClaimIssue = ({
  contest: { fields, others, speaker },
  record: { documentId, externalId },
  source: { planned },
}: ToClaimIssueArgs): SyncIssue => {
  const nameOf = (key: string): string => planned?.get(key) ?? key
  return {
    details: { fields, scopes: [speaker, ...others] },
    documentId,
    externalId,
    kind: 'claim',
    message:
      `${[speaker, ...others].map(nameOf).join(' and ')} both list it and differ in ` +
      `${fields.join(', ')}. What ${nameOf(speaker)} says stays for as long as it lists it.`,
  }
}
