import type { Payload } from 'payload'

import type { ChoiceValue, DiscoveredChoice } from '../../../sdk/index.js'
import type { ChoiceOf, StoredChoice } from '../../store/choices/findChoice.js'
import type { ChoiceEstimate } from './estimateCost.js'

import { searchChoices } from '../../../sdk/discover/searchChoices.js'
import { getSync } from '../../engine/Sync.js'
import { findChoice } from '../../store/choices/findChoice.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'
import { askOnce } from './askOnce.js'
import { estimateCost } from './estimateCost.js'
import { findDiscovery } from './findDiscovery.js'

type GetChoicesArgs = {
  payload: Payload
  /** Only what has all of these words. @default '' */
  search?: string | undefined
} & ChoiceOf

/** What there is to choose from, and what is chosen. */
export type Choices = {
  /** What is chosen first, then by group and name. */
  choices: DiscoveredChoice[]
  /** When, and by whom; `null` where the config says it, or nobody chose. */
  chosen: null | Pick<StoredChoice, 'chosenAt' | 'chosenBy'>
  /** What the config says, as it stands there: `library({ shelves: [27] })`. `null`: nothing. */
  config: null | string
  /** What it takes in requests. */
  cost: ChoiceEstimate
  /** How many there are without the search. */
  total: number
  /** Those that are chosen; `null` where everything is synced. */
  values: ChoiceValue[] | null
}

/** What there is to choose from, with the name of whoever chose. */
export type NamedChoices = {
  /** When, and by whom; `null` where the reader may not know of them, or nobody chose. */
  chosen: { chosenAt: null | string; chosenBy: null | string } | null
} & Omit<Choices, 'chosen'>

/**
 * What a provider has to choose from, with what is chosen by the config or else by people.
 *
 * @throws RefusedError as `findDiscovery`
 * @throws SyncError when the provider fails or takes too long
 */
export const getChoices = async ({
  payload,
  search = '',
  ...of
}: GetChoicesArgs): Promise<Choices> => {
  const sync = getSync(payload)
  const { clock, database } = sync
  const { discovery, provider } = findDiscovery({ ...of, sync })
  const { configured, toConfig } = discovery
  const [all, stored, schedules] = await Promise.all([
    askOnce({ ...of, payload }),
    configured ? null : findChoice({ ...of, database }),
    findSchedules({ database }),
  ])
  const values = configured ?? stored?.values ?? null
  const isChosen = new Set(values)
  const found = searchChoices({ choices: withUnlisted({ all, values: values ?? [] }), search })
  return {
    choices: [
      ...found.filter(({ value }) => isChosen.has(value)),
      ...found.filter(({ value }) => !isChosen.has(value)),
    ],
    chosen: stored && { chosenAt: stored.chosenAt, chosenBy: stored.chosenBy },
    config: configured ? toConfig(configured) : null,
    cost: await estimateCost({ discovery, now: clock.now(), provider, schedules }),
    total: all.length,
    values: values && [...values],
  }
}

type WithUnlistedArgs = { all: readonly DiscoveredChoice[]; values: readonly ChoiceValue[] }

/** What was chosen and is not listed any more is shown by its value, so that it can be taken out. */
const withUnlisted = ({ all, values }: WithUnlistedArgs): DiscoveredChoice[] => {
  const listed = new Set(all.map(({ value }) => value))
  const unlisted = values.filter((value) => !listed.has(value))
  return [...unlisted.map((value) => ({ label: String(value), value })), ...all]
}
