import { afterEach, describe, expect, it, vi } from 'vitest'

const PAYLOAD_BIN = '/project/node_modules/payload/bin.js'

/** How many more listen for the end of the process once the module was evaluated. */
const countListeners = async ({
  isPayload,
  words,
}: {
  isPayload: boolean
  words: string[]
}): Promise<number> => {
  vi.stubEnv('DISABLE_PAYLOAD_HMR', isPayload ? 'true' : undefined)
  vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, PAYLOAD_BIN, ...words])
  vi.resetModules()
  const before = process.listeners('beforeExit')
  await import('./superviseCommand.js')
  const added = process.listeners('beforeExit').filter((listener) => !before.includes(listener))
  added.forEach((listener) => process.removeListener('beforeExit', listener))
  return added.length
}

describe('superviseCommand', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })

  it.each([{ words: ['sync', 'status'] }, { words: ['--disable-transpile', 'sync'] }])(
    'should watch over payload $words',
    async ({ words }) => {
      expect(await countListeners({ isPayload: true, words })).toBe(1)
    },
  )

  it.each([
    { isPayload: true, words: ['migrate'] },
    { isPayload: true, words: [] },
    { isPayload: true, words: ['migrate', 'sync'] },
    { isPayload: false, words: ['sync'] },
    { isPayload: false, words: ['dev'] },
  ])('should leave every other process alone: %o', async (args) => {
    expect(await countListeners(args)).toBe(0)
  })
})
