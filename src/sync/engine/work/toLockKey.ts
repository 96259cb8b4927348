import type { Run } from '../../run/Run.js'

type ToLockKeyArgs = Pick<Run, 'connection' | 'lane' | 'provider' | 'resource'>

/** Names what at most one worker anywhere works on: a resource of a connection, in one lane. */
export const toLockKey = ({ connection, lane, provider, resource }: ToLockKeyArgs): string =>
  ['payload-plugin-sync', provider, connection, resource, lane].join('/')
