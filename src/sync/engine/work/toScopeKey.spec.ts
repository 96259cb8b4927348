import { expect, it } from 'vitest'

import { findScopeConnection, toScopeKey } from './toScopeKey.js'

const CONNECTIONS = ['default', 'north', 'south']

it.each([
  ['default', 'all', 'all'],
  ['default', 'branch/7', 'branch/7'],
  ['default', 'north/all', 'default/north/all'],
  ['default', 'default/north/all', 'default/default/north/all'],
  ['north', 'all', 'north/all'],
  ['north', 'south/all', 'north/south/all'],
])('should keep what %s calls %s under %s, and find it again', (connection, key, kept) => {
  expect(toScopeKey({ connection, connections: CONNECTIONS, key })).toBe(kept)
  expect(findScopeConnection({ connections: CONNECTIONS, key: kept })).toBe(connection)
})

it('should leave every key as it is where there is only the usual connection', () => {
  expect(toScopeKey({ connection: 'default', connections: ['default'], key: 'default/all' })).toBe(
    'default/all',
  )
})

it('should find no connection for the key of one that is gone', () => {
  expect(findScopeConnection({ connections: ['north', 'south'], key: 'west/all' })).toBeUndefined()
})
