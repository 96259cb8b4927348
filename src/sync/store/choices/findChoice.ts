import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { ChoiceValue } from '../../../sdk/index.js'
import type { Initiator } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { readInitiator } from '../runs/initiator.js'
import { toMoment } from '../toMoment.js'

/** What a choice is of. */
export type ChoiceOf = {
  provider: string
  /** As the provider names it in `discover`. */
  what: string
}

/** What people chose to sync. */
export type StoredChoice = {
  /** ISO 8601. */
  chosenAt: null | string
  chosenBy: Initiator | null
  values: ChoiceValue[]
}

type FindChoiceArgs = { database: Database } & ChoiceOf

/** What was chosen last; `null` where nobody chose, or all was chosen. */
export const findChoice = async ({
  database,
  provider,
  what,
}: FindChoiceArgs): Promise<null | StoredChoice> => {
  const table = database.table('syncChoices')
  const session = await database.session()
  const [row] = await session
    .select({
      chosen: table.chosen!,
      chosenAt: table.chosenAt!,
      collection: table.chooser_collection!,
      user: table.chooser_user!,
    })
    .from(table)
    .where(and(eq(table.provider!, provider), eq(table.what!, what)))
  if (!row) {
    return null
  }
  const initiator = row as { collection: null | string; user: null | string }
  return {
    chosenAt: toMoment(row.chosenAt),
    chosenBy: readInitiator({ fields: { initiator }, payload: database.payload }),
    values: row.chosen as ChoiceValue[],
  }
}

/** The values that were chosen, for whoever reads them; `undefined` for all. */
export const findChosen = async (args: FindChoiceArgs): Promise<ChoiceValue[] | undefined> =>
  (await findChoice(args))?.values
