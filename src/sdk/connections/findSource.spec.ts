import { expect, it, vi } from 'vitest'

import { defineProvider } from '../index.js'
import { findSource } from './findSource.js'

const CONNECTIONS = { north: { credentials: { key: 'key-of-north' } }, south: {} }

it('should open a source once for each connection', () => {
  const source = vi.fn(({ name }: { name: string }) => ({ name }))
  const provider = defineProvider({
    name: 'library',
    connections: CONNECTIONS,
    resources: {},
    source,
  })

  const north = findSource({ connection: 'north', provider })

  expect(north).toEqual({ name: 'north' })
  expect(findSource({ connection: 'north', provider })).toBe(north)
  expect(findSource({ connection: 'south', provider })).toEqual({ name: 'south' })
  expect(source).toHaveBeenCalledTimes(2)
})

it('should find none where there is none', () => {
  const provider = defineProvider({ name: 'library', resources: {} })

  expect(findSource({ connection: 'default', provider })).toBeUndefined()
  expect(findSource({ connection: 'west', provider })).toBeUndefined()
})

it('should say which connection fails, without its credentials, and try again', () => {
  const provider = defineProvider({
    name: 'library',
    connections: CONNECTIONS,
    resources: {},
    source: vi
      .fn()
      .mockImplementationOnce(({ credentials }: { credentials: { key: string } }) => {
        throw new Error(`no door opens with ${credentials.key}`)
      })
      .mockReturnValue('open'),
  })

  expect(() => findSource({ connection: 'north', provider })).toThrow(
    'library could not use its connection "north": no door opens with [redacted]',
  )
  expect(findSource({ connection: 'north', provider })).toBe('open')
})
