import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'

import { inOwnContext } from './inOwnContext.js'

describe('inOwnContext', () => {
  it('should leave every store, also after waits, and give them back to whoever called', async () => {
    const requests = new AsyncLocalStorage<string>()
    const traces = new AsyncLocalStorage<{ id: number }>()
    const seen: unknown[] = []
    const look = (): void => void seen.push(requests.getStore(), traces.getStore())

    await requests.run('visitor', () =>
      traces.run({ id: 1 }, async () => {
        await inOwnContext(async () => {
          look()
          await sleep(1)
          look()
          await new Promise<void>((resolve) => setImmediate(resolve)).then(look)
        })
        expect(requests.getStore()).toBe('visitor')
        expect(traces.getStore()).toEqual({ id: 1 })
      }),
    )
    expect(seen).toEqual(Array(6).fill(undefined))
  })

  it('should give each work a context that it has for itself', async () => {
    const storage = new AsyncLocalStorage<string>()
    await inOwnContext(async () => {
      storage.enterWith('mine')
      await sleep(1)
      expect(storage.getStore()).toBe('mine')
    })
    expect(inOwnContext(() => storage.getStore())).toBeUndefined()
  })

  it('should hold where it is loaded inside of a request', async () => {
    const storage = new AsyncLocalStorage<string>()
    vi.resetModules()
    const load = () => import('./inOwnContext.js')
    const { inOwnContext: loaded } = await storage.run('visitor', load)
    expect(loaded).not.toBe(inOwnContext)
    expect(storage.run('another', () => loaded(() => storage.getStore()))).toBeUndefined()
  })

  it('should leave a storage that is kept for all, should it be entered again', () => {
    const storage = new AsyncLocalStorage<string>()
    const key = Symbol.for('@test/work-async-storage')
    Reflect.set(globalThis, key, storage)
    try {
      expect(storage.run('page', () => inOwnContext(() => storage.getStore()))).toBeUndefined()
    } finally {
      Reflect.deleteProperty(globalThis, key)
    }
  })

  it('should hand on what the work returns and throws', async () => {
    expect(inOwnContext(() => 7)).toBe(7)
    await expect(inOwnContext(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
