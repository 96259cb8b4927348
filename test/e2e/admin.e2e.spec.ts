import type { Browser } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { visit } from './visit.js'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

it('should sign the developer in and show the matches among the collections', async () => {
  const page = await browser.newPage()
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(120_000)

  await visit({ page, url: `${inject('appUrl')}/admin` })

  await page.getByRole('heading', { name: 'Sports', exact: true }).waitFor()
  expect(await page.locator('a[href="/admin/collections/matches"]').count()).toBeGreaterThan(0)
})
