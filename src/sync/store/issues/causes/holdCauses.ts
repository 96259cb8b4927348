import type { PayloadRequest } from 'payload'

import { and, eq, inArray, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

import { lockTransaction } from '../../locks/lockTransaction.js'

type HoldCausesArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  resource: string
  /** Whether there will be such a row. @default it is looked up */
  willBe?: boolean
}

/**
 * Takes turns with whoever changes the rows of a resource that stand for several records, until the
 * transaction ends. Returns whether there are any; nobody waits where there are none.
 */
export const holdCauses = async ({
  database,
  provider,
  req,
  resource,
  willBe = false,
}: HoldCausesArgs): Promise<boolean> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const isOne = and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    inArray(table.status!, ['open', 'ignored']),
    isNotNull(table.key!),
  )
  const found =
    willBe || (await session.select({ id: table.id! }).from(table).where(isOne).limit(1))
  if (found !== true && found.length === 0) {
    return false
  }
  await lockTransaction({ database, key: `sync-issues/${provider}/${resource}`, req })
  return true
}
