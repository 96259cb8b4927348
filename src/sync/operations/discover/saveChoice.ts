import type { Payload } from 'payload'

import type { ChoiceValue } from '../../../sdk/index.js'
import type { Initiator } from '../../run/Run.js'
import type { ChoiceOf } from '../../store/choices/findChoice.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { findChosen } from '../../store/choices/findChoice.js'
import { storeChoice } from '../../store/choices/storeChoice.js'
import { askOnce } from './askOnce.js'
import { findDiscovery } from './findDiscovery.js'

type SaveChoiceArgs = {
  by: Initiator | null
  payload: Payload
  /** None: everything there is. */
  values: readonly ChoiceValue[]
} & ChoiceOf

/** So many are named in a message. */
const MOST_NAMED = 5

/**
 * Chooses what is synced from the next run on. What is not chosen any more stays as it is stored.
 *
 * @throws RefusedError as `findDiscovery`, where the config says what is synced, and for a value
 *   that the provider does not have
 * @throws SyncError when the provider fails or takes too long
 */
export const saveChoice = async ({ by, payload, values, ...of }: SaveChoiceArgs): Promise<void> => {
  const sync = getSync(payload)
  const { clock, database } = sync
  const { discovery, provider } = findDiscovery({ ...of, sync })
  if (discovery.configured) {
    throw new RefusedError({
      code: 'CHOSEN_IN_CONFIG',
      message:
        `The config says what is synced: ${discovery.toConfig(discovery.configured)}. ` +
        'Change it there, or take it out to choose in the admin panel.',
    })
  }
  const wanted = [...new Set(values)]
  // What was chosen before may have left the list since, and stays chosen until it is taken out.
  const known = new Set<ChoiceValue>(await findChosen({ ...of, database }))
  if (wanted.some((value) => !known.has(value))) {
    for (const { value } of await askOnce({ ...of, payload })) {
      known.add(value)
    }
  }
  const unknown = wanted.filter((value) => !known.has(value))
  if (unknown.length > 0) {
    throw new RefusedError({
      code: 'UNKNOWN_CHOICE',
      message: `${provider.label} does not list ${unknown.slice(0, MOST_NAMED).join(', ')} among its ${of.what}.`,
    })
  }
  await storeChoice({ ...of, by, database, now: clock.now(), values: wanted })
  payload.logger.info({
    by: by && `${by.collection} ${by.id}`,
    chosen: wanted.length,
    msg: 'Sync choice saved.',
    ...of,
  })
}
