import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { ChoiceValue } from '../../../sdk/index.js'
import type { Initiator } from '../../run/Run.js'
import type { Database } from '../Database.js'
import type { ChoiceOf } from './findChoice.js'

type StoreChoiceArgs = {
  by: Initiator | null
  database: Database
  now: Date
  /** None: everything, as before anybody chose. */
  values: readonly ChoiceValue[]
} & ChoiceOf

/** Notes what people chose, in place of what they chose before. */
export const storeChoice = async ({
  by,
  database,
  now,
  provider,
  values,
  what,
}: StoreChoiceArgs): Promise<void> => {
  const table = database.table('syncChoices')
  const session = await database.session()
  if (values.length === 0) {
    await session.delete(table).where(and(eq(table.provider!, provider), eq(table.what!, what)))
    return
  }
  const chosen = {
    chooser_collection: by?.collection ?? null,
    chooser_user: by ? String(by.id) : null,
    chosen: [...values],
    chosenAt: now.toISOString(),
  }
  await session
    .insert(table)
    .values({ ...chosen, provider, what })
    .onConflictDoUpdate({ set: chosen, target: [table.provider!, table.what!] })
}
