import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { findViolations } from './findViolations.js'
import { takePicture } from './takePicture.js'

const appUrl = inject('appUrl')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  // The first visit compiles the page, on a machine that may be busy.
  page.setDefaultTimeout(120_000)

  // Ten minutes before four matches of the emulator's season begin. By the clock of this machine they
  // are long over, so they are only taken to go on when they are seen to begin.
  await moveClock({ isFrozen: true, set: '2024-04-20T15:20:00Z' })
  for (const resource of ['leagues', 'seasons', 'teams', 'matches']) {
    await sync({ mode: 'full', resource })
  }
  await moveClock({ isFrozen: true, set: '2024-04-20T15:40:00Z' })
  await sync({ mode: 'live', resource: 'matches' })
  await page.goto(appUrl)
})

afterAll(async () => {
  await moveClock({ isFrozen: false, set: new Date().toISOString() })
  await browser.close()
})

const post = async (url: string, body: unknown): Promise<void> => {
  const response = await fetch(url, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  expect(response.status).toBeLessThan(300)
}

/** Has the app sync a resource, which signs the page in, and waits until it is done. */
const sync = async (body: { mode: string; resource: string }): Promise<void> => {
  const { request } = page.context()
  const triggered = await request.post(`${appUrl}/api/sync/trigger`, {
    data: { provider: 'sportmonks', ...body },
  })
  const { runs } = (await triggered.json()) as { runs: { id: number }[] }
  const readStatuses = (): Promise<string[]> =>
    Promise.all(
      runs.map(async ({ id }) => {
        const answer = await request.get(`${appUrl}/api/sync/logs/${id}`)
        const { status } = (await answer.json()) as { status: string }
        return status
      }),
    )
  const expectCompleted = async (): Promise<void> => {
    expect(await readStatuses()).toEqual(['completed'])
  }
  await vi.waitFor(expectCompleted, { interval: 250, timeout: 120_000 })
}

const moveClock = (body: { isFrozen: boolean; set: string }): Promise<void> =>
  post(`${inject('emulatorUrl')}/_emulator/clock`, body)

/** In no order of the page: an editor of another test may have given a match another title. */
const readScores = async (): Promise<string[]> => {
  const scores = page.getByRole('region', { name: 'Live now' }).locator('.match__score')
  return (await scores.allInnerTexts()).sort()
}

it('should show a goal at the provider without being loaded again', async () => {
  await page.getByRole('heading', { name: 'Match day' }).waitFor()
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
  expect(await readScores()).toEqual(['0 : 0', '0 : 0', '0 : 0', '0 : 1'])

  await moveClock({ isFrozen: true, set: '2024-04-20T17:10:00Z' })
  await sync({ mode: 'live', resource: 'matches' })

  await expect.poll(readScores).toEqual(['0 : 1', '1 : 0', '1 : 2', '4 : 3'])
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: 'site-light', page })
})

it('should be readable in the dark and on a phone', async () => {
  const context = await browser.newContext({
    colorScheme: 'dark',
    viewport: { height: 844, width: 390 },
  })
  const phone = await context.newPage()
  phone.setDefaultTimeout(120_000)
  await phone.goto(appUrl)
  await phone.getByRole('heading', { name: 'Match day' }).waitFor()

  const { inner, outer } = await phone.evaluate(() => ({
    inner: document.documentElement.scrollWidth,
    outer: document.documentElement.clientWidth,
  }))
  expect(inner).toBeLessThanOrEqual(outer)
  expect(await findViolations({ page: phone })).toEqual([])
  await takePicture({ name: 'site-phone-dark', page: phone })
  await context.close()
})
