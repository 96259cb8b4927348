import type { QuotaStatus } from '../../../../sync/operations/status/SyncStatus.js'

/** Of what is left. One without a known limit tells nothing, unless it is empty. */
const toShare = ({ limit, remaining }: QuotaStatus): number =>
  remaining < 1 ? 0 : limit === null || limit <= 0 ? 1 : remaining / limit

/** The tightest first: one that will not do, then by the share that is left. */
export const sortQuotas = (quotas: readonly QuotaStatus[]): QuotaStatus[] =>
  quotas.toSorted(
    (a, b) => Number(b.usedUpAt !== null) - Number(a.usedUpAt !== null) || toShare(a) - toShare(b),
  )
