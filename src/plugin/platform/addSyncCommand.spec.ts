import type { Config } from 'payload'

import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { command } from './payload4Command.js'

const BASE = {} as unknown as Config

/** The step, with a Payload that keeps these parts of a config from browsers. */
const load = async (serverOnly: string[]) => {
  vi.resetModules()
  vi.doMock('payload', () => ({ serverOnlyConfigProperties: serverOnly }))
  const { addSyncCommand } = await import('./addSyncCommand.js')
  return addSyncCommand
}

describe('addSyncCommand', () => {
  afterEach(() => {
    vi.doUnmock('payload')
    vi.resetModules()
  })

  it('should add a script to those of Payload 3, and nothing it does not know', async () => {
    const addSyncCommand = await load(['bin', 'db'])
    const own = { key: 'seed', scriptPath: '/project/seed.ts' }

    const config = addSyncCommand({ config: { ...BASE, bin: [own] } })

    expect(config).toEqual({ bin: [own, { key: 'sync', scriptPath: expect.any(String) }] })
    expect(existsSync(config.bin?.[1]?.scriptPath ?? '')).toBe(true)
  })

  it('should add a command to those of Payload 4, and nothing it does not know', async () => {
    const addSyncCommand = await load(['cli', 'db'])
    const own = { cli: { commands: { seed: './seed#command' } } }

    expect(addSyncCommand({ config: { ...BASE, ...own } })).toEqual({
      cli: {
        commands: {
          ...own.cli.commands,
          sync: expect.stringMatching(/\/platform\/payload4Command\.ts#command$/),
        },
      },
    })
  })

  it('should leave the command line of Payload 4 off where a project switched it off', async () => {
    const addSyncCommand = await load(['cli'])

    expect(addSyncCommand({ config: { ...BASE, ...{ cli: false } } })).toEqual({ cli: false })
  })
})

describe('the command for Payload 4', () => {
  it('should take any words, and describe them as Payload asks for', () => {
    expect(command.input.parse({ words: ['run', 'books'] })).toEqual({ words: ['run', 'books'] })
    expect(command.input.parse({})).toEqual({ words: [] })
    expect(command.schema).toMatchObject({
      type: 'object',
      properties: { words: { type: 'array', items: { type: 'string' } } },
    })
  })
})
