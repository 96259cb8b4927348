import type { Provider, SyncMode } from '../../sdk/index.js'
import type { ProviderCase, ProviderFacts } from '../ProviderFacts.js'

import { SYNC_MODES } from '../../sdk/index.js'

/** One resource in one mode, and all that is needed to read it. */
export type ReadingCase = {
  mode: SyncMode
  /** For the name of its tests: `episodes, full`. */
  name: string
  resource: string
} & Pick<ProviderFacts, 'changeRows' | 'createProvider' | 'routes' | 'since'> &
  Required<Pick<ProviderFacts, 'derivedFields' | 'emptyList' | 'now' | 'secrets' | 'stored'>>

/** Nothing is asked there: what a provider is made of can be seen without its system. */
const NOWHERE = 'http://127.0.0.1:9'

/** The provider as `createProvider` makes it, to look at. */
export const toProvider = ({ createProvider }: Pick<ProviderFacts, 'createProvider'>): Provider =>
  createProvider({ baseUrl: NOWHERE })

/**
 * Every resource of a provider in every mode it has.
 *
 * @throws Error for a case of a resource or mode that the provider does not have
 */
export const listCases = ({
  badOptions: _badOptions,
  cases = [],
  derivedFields = [],
  emptyList = 'failure',
  now = new Date('2026-01-01T00:00:00Z'),
  stored = {},
  ...facts
}: ProviderFacts): ReadingCase[] => {
  const all = { ...facts, derivedFields, emptyList, now, stored }
  const toCase = ({
    name,
    mode,
    resource,
    routes,
    stored: added,
    ...changes
  }: { mode: SyncMode } & ProviderCase): ReadingCase => ({
    ...all,
    ...changes,
    name: [resource, mode, name].filter(Boolean).join(', '),
    mode,
    resource,
    routes: { ...all.routes, ...routes },
    stored: { ...all.stored, ...added },
  })
  const { resources } = toProvider(facts)
  for (const { mode = 'full', resource } of cases) {
    if (!resources.get(resource)?.scopes[mode]) {
      throw new Error(`The provider has no resource "${resource}" with mode ${mode}.`)
    }
  }
  return [...resources].flatMap(([resource, { scopes }]) =>
    SYNC_MODES.filter((mode) => scopes[mode] !== undefined).flatMap((mode) => {
      const own = cases.filter(
        (one) => one.resource === resource && (one.mode === undefined || one.mode === mode),
      )
      return (own.length > 0 ? own : [{ resource }]).map((one) => toCase({ ...one, mode }))
    }),
  )
}
