import type { Payload } from 'payload'

import type { DiscoveredChoice, Discovery } from '../../../sdk/discover/Discovery.js'

import { DEFAULT_CONNECTION } from '../../../sdk/index.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { plainLetters } from '../../../shared/plainLetters.js'
import { createRunClient } from '../../engine/run/client/createRunClient.js'
import { getSync } from '../../engine/Sync.js'
import { getProvider } from '../../engine/work/getProvider.js'

type DiscoverChoicesArgs = {
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
 * @throws RefusedError for a provider that nobody knows or that is not set up, and for a thing of
 *   which it can tell nothing; the message says of what it can
 * @throws SyncError when the provider fails
 */
export const discoverChoices = async ({
  payload,
  provider: name,
  search = '',
  signal,
  what,
}: DiscoverChoicesArgs): Promise<Discovered> => {
  const sync = getSync(payload)
  const provider = getProvider({ provider: name, providers: sync.providers })
  const discovery = new Map(Object.entries(provider.discover ?? {})).get(what)
  if (!discovery) {
    const known = Object.keys(provider.discover ?? {})
    throw new RefusedError({
      code: 'UNKNOWN_RESOURCE',
      message:
        known.length === 0
          ? `${provider.label} has nothing to choose from.`
          : `${provider.label} can be asked for ${known.join(', ')}, not for "${what}".`,
    })
  }
  const http = createRunClient({
    provider,
    run: { connection: DEFAULT_CONNECTION, lane: 'live' },
    sync,
  })
  const all = await discovery.list({ http: http.forPage(), signal })
  const words = plainLetters(search).split(/\s+/).filter(Boolean)
  const choices = all
    .filter(({ group = '', label }) => {
      const text = plainLetters(`${group} ${label}`)
      return words.every((word) => text.includes(word))
    })
    .toSorted(
      (a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label),
    )
  return { choices, toConfig: discovery.toConfig, total: all.length }
}
