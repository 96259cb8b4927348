import type { Provider } from '../../../sdk/index.js'
import type { HealthChange, HealthReason } from '../../run/Health.js'
import type { Notice, NoticeName } from '../../run/notices/Notice.js'

import { groupBy } from '../../../shared/groupBy.js'

/** Reasons that have a notice of their own. All others are told as a change of health. */
const NAMES: Readonly<Partial<Record<HealthReason['code'], NoticeName>>> = {
  NO_CLOCK: 'scheduler:stopped',
  QUOTA_ENDS: 'quota:low',
  QUOTA_LOW: 'quota:low',
  QUOTA_SPENT: 'quota:low',
  STALE: 'data:stale',
}

type ToHealthNoticesArgs = {
  change: HealthChange
  providers: ReadonlyMap<string, Provider>
}

/**
 * What people are told of a change of health: a reason when it begins or becomes critical, and when
 * it is over. The same for the same change, so that it is told once.
 */
export const toHealthNotices = ({
  change: { at, began, ended, level, worsened },
  providers,
}: ToHealthNoticesArgs): Notice[] => {
  const toNotice = (
    name: NoticeName,
    reasons: { began: readonly HealthReason[]; ended: readonly HealthReason[] },
  ): Notice => {
    const provider = [...reasons.began, ...reasons.ended][0]?.provider ?? null
    const part = reasons.began.length > 0 ? 'began' : 'ended'
    const cause = `${name}/${provider ?? ''}/${part}/${at}`
    return {
      name,
      at,
      cause,
      connection: null,
      count: 1,
      group: cause,
      isRestricted: provider !== null && Boolean(providers.get(provider)?.accounts),
      link: { of: 'overview' },
      provider,
      reasons,
      resource: null,
      severity: reasons.began.some((reason) => reason.level === 'CRITICAL')
        ? 'critical'
        : reasons.began.length > 0
          ? 'warning'
          : 'info',
      values: { level },
    }
  }
  // What may be said of one provider is not for all who may hear of another.
  const begun = groupBy({
    items: [...began, ...worsened],
    keyOf: ({ code, provider }) => `${NAMES[code] ?? 'health:changed'} ${provider ?? ''}`,
  })
  const over = groupBy({ items: ended, keyOf: ({ provider }) => provider })
  return [
    ...[...begun].map(([key, reasons]) =>
      toNotice(key.split(' ')[0] as NoticeName, { began: reasons, ended: [] }),
    ),
    ...[...over.values()].map((reasons) =>
      toNotice('health:changed', { began: [], ended: reasons }),
    ),
  ]
}
