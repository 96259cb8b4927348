import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { look } from './look.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')

const FIRST_VISIT_MS = 600_000

let browser: Browser
let page: Page

const enter = async (collection: string, data: object): Promise<void> => {
  const answer = await page.request.post(`${appUrl}/api/${collection}`, { data })
  expect(answer.status()).toBe(201)
}

/** The same day of this month or an earlier one. */
const dayOf = (monthsAgo: number): string => {
  const now = new Date()
  return new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 1, 12),
  ).toISOString()
}

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ timezoneId: 'UTC' })
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(FIRST_VISIT_MS)
  await visit({ page, url: `${appUrl}/admin/spending` })
  page.setDefaultTimeout(60_000)
}, FIRST_VISIT_MS)

afterAll(() => browser.close())

it('should show a person what they pay, in the light and in the dark on a phone', async () => {
  await page.getByText('Nothing is known of what you pay yet.').waitFor()

  const films = { currency: 'EUR', service: 'Films' }
  await enter('subscriptions', {
    ...films,
    interval: 'month',
    nextRenewal: dayOf(-1),
    plan: 'Standard',
    price: '13.99',
  })
  await enter('subscriptions', {
    currency: 'USD',
    interval: 'year',
    plan: 'Plus',
    price: '240',
    service: 'Assistant',
  })
  for (const [months, amount] of [
    [3, '12.99'],
    [2, '12.99'],
    [1, '13.99'],
    [0, '0.1'],
    [0, '0.2'],
  ] as const) {
    const kind = amount.startsWith('0') ? 'usage' : 'subscription'
    await enter('charges', { ...films, amount, chargedAt: dayOf(months), kind })
  }

  await visit({ page, url: `${appUrl}/admin` })
  const link = page.locator('a#nav-subscriptions-spending')
  expect(await link.getAttribute('href')).toBe('/admin/spending')
  await visit({ page, url: `${appUrl}/admin/spending` })
  await page.getByRole('heading', { name: 'What I pay' }).waitFor()
  await page.getByRole('link', { name: 'Assistant' }).waitFor()
  const text = await page.locator('.spending').innerText()
  for (const shown of ['€13.99', '€167.88', '€40.27', '$20.00', '$240.00', '+7.7%', '€0.30']) {
    expect(text).toContain(shown)
  }
  await look({
    name: 'spending',
    page,
    ready: () => page.getByRole('link', { name: 'Assistant' }).waitFor(),
  })
})
