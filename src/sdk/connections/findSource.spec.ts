import { expect, it, vi } from 'vitest'

import { defineProvider } from '../index.js'
import { findSource } from './findSource.js'

const CONNECTIONS = { north: { credentials: { key: 'key-of-north' } }, south: {} }

it('should open a source once for each connection', async () => {
  const source = vi.fn(({ name }: { name: string }) => ({ name }))
  const provider = defineProvider({
    name: 'library',
    connections: CONNECTIONS,
    resources: {},
    source,
  })

  const north = await findSource({ connection: 'north', provider })

  expect(north).toEqual({ name: 'north' })
  expect(await findSource({ connection: 'north', provider })).toBe(north)
  expect(await findSource({ connection: 'south', provider })).toEqual({ name: 'south' })
  expect(source).toHaveBeenCalledTimes(2)
})

it('should find none where there is none', async () => {
  const provider = defineProvider({ name: 'library', resources: {} })

  expect(await findSource({ connection: 'default', provider })).toBeUndefined()
  expect(await findSource({ connection: 'west', provider })).toBeUndefined()
})

it.each([
  {
    name: 'throws',
    fail: (reason: string) => {
      throw new Error(reason)
    },
  },
  { name: 'rejects', fail: (reason: string) => Promise.reject(new Error(reason)) },
])(
  'should say which connection $name, without its credentials, and try again',
  async ({ fail }) => {
    const provider = defineProvider({
      name: 'library',
      connections: CONNECTIONS,
      resources: {},
      source: vi
        .fn()
        .mockImplementationOnce(({ credentials }: { credentials: { key: string } }) =>
          fail(`no door opens with ${credentials.key}`),
        )
        .mockResolvedValue('open'),
    })

    await expect(findSource({ connection: 'north', provider })).rejects.toThrow(
      'library could not use its connection "north": no door opens with [redacted]',
    )
    expect(await findSource({ connection: 'north', provider })).toBe('open')
  },
)
