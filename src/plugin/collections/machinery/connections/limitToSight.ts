import type { Where } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Provider } from '../../../../sdk/index.js'

import { STORED_PREFIX } from '../../../../sdk/connections/Connection.js'
import { toMark } from '../../../../sync/store/issues/issuesInSight.js'
import { ALL_CONNECTIONS } from '../../../../sync/store/quotas/QuotaTicket.js'

/** What of a collection somebody may read whose rows are of one connection each. */
export const limitToSight = (sight: Sight): true | Where =>
  sight === 'all'
    ? true
    : {
        or: [
          { connection: { not_like: `${STORED_PREFIX}%` } },
          { connection: { exists: false } },
          ...(sight.length > 0 ? [{ connection: { in: [...sight] } }] : []),
        ],
      }

/**
 * The same of budgets. One that all connections share tells whoever may know of some only what the
 * others use.
 */
export const limitQuotasToSight =
  (providers: readonly Provider[]) =>
  (sight: Sight): true | Where => {
    const own = limitToSight(sight)
    return own === true
      ? true
      : {
          and: [
            own,
            {
              or: [
                { connection: { not_equals: ALL_CONNECTIONS } },
                { provider: { in: listClosed(providers) } },
              ],
            },
          ],
        }
  }

/** The same of issues, which several connections may have met. */
export const limitIssuesToSight =
  (providers: readonly Provider[]) =>
  (sight: Sight): true | Where =>
    sight === 'all'
      ? true
      : {
          or: [
            { connections: { exists: false } },
            { connections: { not_like: `%${STORED_PREFIX}%` } },
            ...[
              ...providers.flatMap(({ accounts, connections }) =>
                accounts ? [...connections.keys()] : [],
              ),
              ...sight,
            ].map((name) => ({ connections: { contains: toMark(name) } })),
          ],
        }

/** The same of what is noted of records: of a provider that people enter connections of for nobody. */
export const limitChecksToSight =
  (providers: readonly Provider[]) =>
  (sight: Sight): true | Where =>
    sight === 'all' ? true : { provider: { in: listClosed(providers) } }

/**
 * The same of sync records: of a provider that people enter connections of they are for those who
 * may know of all. Whoever may know of a document is told of its record beside it.
 */
export const limitRecordsToSight =
  (providers: readonly Provider[]) =>
  (sight: Sight): true | Where =>
    sight === 'all'
      ? true
      : {
          or: [{ seenBy: { exists: false } }, { provider: { in: listClosed(providers) } }],
        }

/** The same of what people are told, where of some nobody can tell whose connection it is about. */
export const limitNoticesToSight = (sight: Sight): true | Where => {
  const own = limitToSight(sight)
  return own === true ? true : { and: [own, { isRestricted: { equals: false } }] }
}

/** Names of providers of which nobody may enter connections. */
const listClosed = (providers: readonly Provider[]): string[] =>
  providers.filter(({ accounts }) => !accounts).map(({ name }) => name)
