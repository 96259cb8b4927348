import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'

/** What Node.js needs of a resource; the rest of its symbols are the stores it was born with. */
const IDENTITY = new Set(['async_id_symbol', 'trigger_async_id_symbol'])

/**
 * Does something that belongs to nobody's request. What goes on for long, workers and clocks, is
 * started by whoever comes first: without this it would see the `AsyncLocalStorage` stores of that
 * request for ever, and Next.js would take a hook of the project for a part of the page that the
 * first visitor asked for.
 *
 * Node.js has no call for it: `AsyncLocalStorage.exit` is for one storage that is known, and this
 * module itself may be loaded inside of a request.
 */
export const inOwnContext = <TResult>(work: () => TResult): TResult => {
  const resource = new AsyncResource('payload-plugin-sync', { requireManualDestroy: true })
  for (const symbol of Object.getOwnPropertySymbols(resource)) {
    if (!IDENTITY.has(symbol.description ?? '')) {
      Reflect.deleteProperty(resource, symbol)
    }
  }
  return resource.runInAsyncScope(() => leaveKnownStorages(work))
}

/**
 * Next.js keeps its storages where all copies of it find them. Should a version of Node.js keep the
 * stores of a resource elsewhere, these are left all the same.
 */
const leaveKnownStorages = <TResult>(work: () => TResult): TResult => {
  const leave = Object.getOwnPropertySymbols(globalThis)
    .map((symbol): unknown => Reflect.get(globalThis, symbol))
    .filter((value) => value instanceof AsyncLocalStorage)
    .filter((storage) => storage.getStore() !== undefined)
    .reduce<() => TResult>((inner, storage) => () => storage.exit(inner), work)
  return leave()
}
