import type { PayloadRequest } from 'payload'

import type { Sync } from '../Sync.js'

import { findQuotas } from '../../store/quotas/findQuotas.js'

/** A budget of requests that a connection was seen to have. */
export type KnownLimit = {
  connection: string
  limit: number
  name: string
  provider: string
  /** The resources whose requests count against it. @default all */
  resources?: readonly string[]
  windowMs: number
}

type FindLimitsArgs = { req?: PayloadRequest; sync: Pick<Sync, 'database' | 'providers'> }

/** The budgets of the configured providers of which answers told how large they are. */
export const findLimits = async ({
  req,
  sync: { database, providers },
}: FindLimitsArgs): Promise<KnownLimit[]> =>
  (await findQuotas({ database, req })).flatMap(
    ({ name, connection, limit, provider, windowMs }): KnownLimit[] => {
      const resources = providers.get(provider)?.resources
      if (!resources || limit === null || windowMs === null) {
        return []
      }
      const counted = [...resources]
        .filter(([, { budgets }]) => budgets?.includes(name) ?? true)
        .map(([resource]) => resource)
      return [{ name, connection, limit, provider, resources: counted, windowMs }]
    },
  )
