import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { UninstallPlan } from './planUninstall.js'

import { getSync } from '../../engine/Sync.js'
import { inTransaction } from '../../store/inTransaction.js'

type UninstallSyncArgs = { payload: Payload; plan: UninstallPlan }

/** Drops what a plan names: all of it, or nothing. */
export const uninstallSync = async ({ payload, plan }: UninstallSyncArgs): Promise<void> => {
  const { database } = getSync(payload)
  const { columns, enums, queueSchema, schema, tables } = plan
  const toName = (name: string) => sql`${sql.identifier(schema)}.${sql.identifier(name)}`
  await inTransaction({
    database,
    work: async (req) => {
      const session = await database.session(req)
      for (const { column, table } of columns) {
        await session.execute(
          sql`alter table ${toName(table)} drop column if exists ${sql.identifier(column)} cascade`,
        )
      }
      for (const table of tables) {
        await session.execute(sql`drop table if exists ${toName(table)} cascade`)
      }
      for (const name of enums) {
        await session.execute(sql`drop type if exists ${toName(name)}`)
      }
      if (queueSchema !== null) {
        await session.execute(sql`drop schema if exists ${sql.identifier(queueSchema)} cascade`)
      }
    },
  })
}
