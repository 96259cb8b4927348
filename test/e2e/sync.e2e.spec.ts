import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'

/** Matches of the one season that the emulator of these tests has. */
const MATCHES = 306

const SYNC_TIMEOUT_MS = 120_000

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})

afterAll(() => browser.close())

/** A resource of Sportmonks; API-Football, which is in the dev app as well, has some of the same name. */
const rowOf = (name: string) =>
  page
    .getByRole('region', { name: 'Sportmonks', exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })

describe('the sync view', () => {
  it('should be reached by the link in the navigation and teach what to do first', async () => {
    await page.goto(`${inject('appUrl')}/admin`)
    const link = page.locator('#nav-sync')
    await link.waitFor({ state: 'attached' })

    await page.goto(`${inject('appUrl')}/admin/sync`)

    await page.getByRole('heading', { name: 'Sync', level: 1 }).waitFor()
    await rowOf('matches').getByText('Never run').waitFor()
  })

  it('should start a sync, show it at work, and show that it completed', async () => {
    await page.getByRole('button', { name: 'Sync everything: Sportmonks' }).click()

    await page.getByRole('progressbar').first().waitFor()
    await rowOf('matches').getByText('Completed').waitFor({ timeout: SYNC_TIMEOUT_MS })
    expect(await rowOf('matches').getByText(String(MATCHES)).count()).toBeGreaterThan(0)
  })

  it('should report nothing but unchanged records when it is done again', async () => {
    await rowOf('countries')
      .getByRole('button', { name: /^Sync now/ })
      .click()

    await rowOf('countries').getByText('New 0').waitFor({ timeout: SYNC_TIMEOUT_MS })
    expect(await rowOf('countries').getByText('Same 51').count()).toBe(1)
  })
})

describe('a run at work', () => {
  const faultsUrl = `${inject('emulatorUrl')}/_emulator/faults`

  afterAll(() => fetch(faultsUrl, { method: 'DELETE' }))

  it('should end when a person cancels it, while the provider keeps it waiting', async () => {
    await fetch(faultsUrl, {
      body: JSON.stringify({ delayMs: 60_000, kind: 'delay', path: '/fixtures' }),
      headers: { 'content-type': 'application/json' },
      method: 'POST',
    })
    await page.goto(`${inject('appUrl')}/admin/sync`)
    await rowOf('matches')
      .getByRole('button', { name: /^Sync now/ })
      .click()

    await page.getByRole('button', { name: 'Cancel: sportmonks / matches' }).click()

    await rowOf('matches').getByText('Cancelled').waitFor()
  })

  it('should go on when a person retries it', async () => {
    await fetch(faultsUrl, { method: 'DELETE' })

    await page.getByRole('button', { name: 'Retry: sportmonks / matches' }).first().click()

    await rowOf('matches').getByText('Completed').waitFor({ timeout: SYNC_TIMEOUT_MS })
  })
})

describe('what was synced', () => {
  it('should be browsable as content, with its provenance in the sidebar', async () => {
    await page.goto(`${inject('appUrl')}/admin/collections/matches?limit=10`)
    const first = page.locator('table a[href*="/collections/matches/"]').first()
    await first.waitFor()
    expect(await first.innerText()).toMatch(/ – /)

    await first.click()

    const provenance = page.getByRole('region', { name: 'Sync' })
    await provenance.waitFor()
    expect(await provenance.innerText()).toContain('Last changed by sync')
  })

  it('should show its run in the sync logs', async () => {
    await page.goto(`${inject('appUrl')}/admin/collections/syncLogs`)

    await page
      .getByRole('link', { name: /matches/ })
      .first()
      .waitFor()
  })
})
