import type { Provider, SyncMode } from '../../sdk/index.js'
import type { ProviderCase, ProviderFacts } from '../ProviderFacts.js'

import { SYNC_MODES } from '../../sdk/index.js'

/** One resource in one mode with one connection, and all that is needed to read it. */
export type ReadingCase = {
  /** The name of a connection of the provider. */
  connection: string
  mode: SyncMode
  /** For the name of its tests: `stations, full`. */
  name: string
  resource: string
} & Pick<ProviderFacts, 'changeRows' | 'createProvider' | 'since'> &
  Required<
    Pick<ProviderFacts, 'derivedFields' | 'emptyList' | 'now' | 'routes' | 'secrets' | 'stored'>
  >

/** Nothing is asked there: what a provider is made of can be seen without its system. */
export const NOWHERE = 'http://127.0.0.1:9'

/** The provider as `createProvider` makes it, to look at. */
export const toProvider = ({ createProvider }: Pick<ProviderFacts, 'createProvider'>): Provider =>
  createProvider({ baseUrl: NOWHERE })

/**
 * Every resource of a provider in every mode it has, with every connection.
 *
 * @throws Error for a case of a resource, mode or connection that the provider does not have
 */
export const listCases = ({
  badOptions: _badOptions,
  cases = [],
  derivedFields = [],
  emptyList = 'failure',
  now = new Date('2026-01-01T00:00:00Z'),
  routes: common = {},
  stored = {},
  ...facts
}: ProviderFacts): ReadingCase[] => {
  const all = { ...facts, derivedFields, emptyList, now, stored }
  const { connections, resources } = toProvider(facts)
  const toCase = ({
    name,
    connection,
    mode,
    resource,
    routes,
    stored: added,
    ...changes
  }: { connection: string; mode: SyncMode } & ProviderCase): ReadingCase => ({
    ...all,
    ...changes,
    name: [resource, mode, connections.size > 1 && connection, name].filter(Boolean).join(', '),
    connection,
    mode,
    resource,
    routes: { ...common, ...routes },
    stored: { ...all.stored, ...added },
  })
  const known = [...resources].flatMap(([resource, { scopes }]) =>
    SYNC_MODES.filter((mode) => scopes[mode] !== undefined).flatMap((mode) =>
      [...connections.keys()].map((connection) => ({ connection, mode, resource })),
    ),
  )
  const stray = cases.find((one) => !known.some(isOf(one)))
  if (stray) {
    const { connection, mode, resource } = stray
    throw new Error(
      `The provider has no ${[resource, mode, connection].filter(Boolean).join(', ')}.`,
    )
  }
  return known.flatMap((one) => {
    const own = cases.filter((candidate) => isOf(candidate)(one))
    return own.length > 0 ? own.map((found) => toCase({ ...found, ...one })) : [toCase(one)]
  })
}

type Known = Pick<ReadingCase, 'connection' | 'mode' | 'resource'>

/** Whether a case is about this resource, mode and connection. */
const isOf =
  ({ connection, mode, resource }: ProviderCase) =>
  (one: Known): boolean =>
    resource === one.resource &&
    (mode === undefined || mode === one.mode) &&
    (connection === undefined || connection === one.connection)
