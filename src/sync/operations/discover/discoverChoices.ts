import type { Payload } from 'payload'

import type { DiscoveredChoice, Discovery } from '../../../sdk/index.js'

import { searchChoices } from '../../../sdk/discover/searchChoices.js'
import { DEFAULT_CONNECTION } from '../../../sdk/index.js'
import { createRunClient } from '../../engine/run/client/createRunClient.js'
import { getSync } from '../../engine/Sync.js'
import { findDiscovery } from './findDiscovery.js'

type DiscoverChoicesArgs = {
  /** How often a request is sent before its failure is believed. @default as in a run */
  attempts?: number
  payload: Payload
  provider: string
  /** Only what has all of these words, in any order and whatever the marks on letters. @default '' */
  search?: string | undefined
  signal: AbortSignal
  /** `shelves`, say; what there is depends on the provider. */
  what: string
}

/** What a provider has to choose from, by group and then by name. */
export type Discovered = {
  /** Those that were found. */
  choices: DiscoveredChoice[]
  /** How many there are without the search. */
  total: number
} & Pick<Discovery, 'toConfig'>

/**
 * Asks a provider what a project may sync, before anything is synced. Requests are counted in its
 * quota like those of runs.
 *
 * @throws RefusedError as `findDiscovery`
 * @throws SyncError when the provider fails
 */
export const discoverChoices = async ({
  attempts,
  payload,
  search = '',
  signal,
  ...of
}: DiscoverChoicesArgs): Promise<Discovered> => {
  const sync = getSync(payload)
  const { discovery, provider } = findDiscovery({ ...of, sync })
  const http = createRunClient({
    attempts,
    provider,
    run: { connection: DEFAULT_CONNECTION, lane: 'live' },
    sync,
  })
  const all = await discovery.list({ http: http.forPage(), signal })
  const choices = searchChoices({ choices: all, search }).toSorted(
    (a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label),
  )
  return { choices, toConfig: discovery.toConfig, total: all.length }
}
