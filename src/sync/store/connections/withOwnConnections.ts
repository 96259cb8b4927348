import type { Provider } from '../../../sdk/index.js'

/** A provider whose connections are those of one project, and can be kept up to date with it. */
export const withOwnConnections = (provider: Provider): Provider =>
  provider.accounts ? { ...provider, connections: new Map(provider.connections) } : provider
