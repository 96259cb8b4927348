import type { Page } from 'playwright-core'

import { expect, inject, vi } from 'vitest'

import '../ProvidedContext.js'

type SyncResourcesArgs = {
  /** Whose session asks; the dev app signs it in. */
  page: Page
  /** Of Sportmonks, in the order in which they are read. */
  resources: readonly string[]
}

/** Has the app sync resources as a whole, one after the other, and waits until each is done. */
export const syncResources = async ({ page, resources }: SyncResourcesArgs): Promise<void> => {
  const { request } = page.context()
  const api = `${inject('appUrl')}/api/sync`
  for (const resource of resources) {
    const data = { mode: 'full', provider: 'sportmonks', resource }
    const triggered = await request.post(`${api}/trigger`, { data })
    const { runs } = (await triggered.json()) as { runs: { id: number }[] }
    const expectEnd = async (): Promise<void> => {
      for (const { id } of runs) {
        const { status } = (await (await request.get(`${api}/logs/${id}`)).json()) as {
          status: string
        }
        expect(['completed', 'partial']).toContain(status)
      }
    }
    await vi.waitFor(expectEnd, { interval: 250, timeout: 120_000 })
  }
}
