import type { Provider } from '../Provider.js'

/** Whether records of a provider may come with one connection or another. */
export const hasSeveralConnections = ({ accounts, connections }: Provider): boolean =>
  accounts !== undefined || connections.size > 1
