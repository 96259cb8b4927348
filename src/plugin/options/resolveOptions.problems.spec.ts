import { describe, expect, it } from 'vitest'

import { defineProvider } from '../../sdk/index.js'
import { resolveOptions } from './resolveOptions.js'

const findMessage = (options: unknown): string => {
  try {
    resolveOptions(options as Parameters<typeof resolveOptions>[0])
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('what resolveOptions says of problems', () => {
  const provider = defineProvider({
    name: 'secretive',
    http: { baseUrl: 'http://127.0.0.1', secrets: ['super-secret-token'] },
    resources: {},
  })

  it.each([
    ['an option that does not exist', { batch: 10, providers: [provider] }],
    ['a provider in place of a list', { providers: provider }],
    ['a list in place of options', [provider]],
  ])('should tell no secret of a provider when there is %s', (_name, options) => {
    expect(findMessage(options)).not.toContain('super-secret-token')
  })

  it('should name a clock that cannot tell the time', () => {
    expect(findMessage({ clock: {}, providers: [] })).toContain('clock.now')
  })

  it('should tell of a mistake once', () => {
    const message = findMessage({ clock: { now: 'noon' }, providers: [] })
    expect(message.match(/clock\.now/g)).toHaveLength(1)
  })

  it('should name a provider that is there twice beside everything else', () => {
    const twice = defineProvider({
      name: 'a',
      http: { baseUrl: 'http://127.0.0.1' },
      resources: {},
    })
    const message = findMessage({ batchSize: 0, providers: [twice, twice] })
    expect(message).toContain('batchSize')
    expect(message).toContain('more than once')
  })

  it.each(['public', 'pg_queue', 'Queue', 'my-queue', 'a"; drop', '', 'q'.repeat(64)])(
    'should take no "%s" for the schema of the queue',
    (schema) => {
      expect(findMessage({ providers: [], queue: { schema } })).toContain('queue.schema')
    },
  )

  it.each(['42', '', 'v2', '2031-03-05', Number.NaN, {}])(
    'should take no %j for a version',
    (version) => {
      expect(findMessage({ providers: [], version })).toContain('version: expected a number or a')
    },
  )

  it('should show a value that is not JSON', () => {
    expect(findMessage({ batchSize: 0n, providers: [] })).toContain('batchSize')
  })
})
