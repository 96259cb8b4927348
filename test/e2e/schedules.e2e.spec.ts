import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

const url = `${inject('appUrl')}/admin/collections/syncSchedules`

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  // Slots are shown in the time of the browser.
  page = await browser.newPage({ timezoneId: 'America/Lima' })
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(120_000)
})

afterAll(() => browser.close())

const outlook = () => page.locator('.sync-schedule-outlook')

const choose = async (field: string, option: string): Promise<void> => {
  await page.locator(`#field-${field} .rs__control`).click()
  await page.locator(`#field-${field} .rs__option`).getByText(option, { exact: true }).click()
}

describe('a schedule', () => {
  it('should say what it comes to while it is typed', async () => {
    await visit({ page, url: `${url}/create` })
    // Filled in, for whoever is in Lima.
    await page.locator('#field-timezone').getByText('America/Lima').waitFor()
    expect(await page.locator('#field-hour').inputValue()).toBe('3')
    expect(await page.locator('#field-minute').inputValue()).toBe('0')
    expect(await page.locator('#field-runs').count()).toBe(0)
    await choose('provider', 'Sportmonks')
    await choose('resource', 'Matches')
    await outlook()
      .getByText('Sportmonks · Matches · Incremental: At 03:00 (America/Lima)')
      .waitFor()
    await page
      .getByRole('heading', { name: 'Sportmonks · Matches · Incremental' })
      .first()
      .waitFor()
    await takePicture({ name: 'schedule-new', page })
    await page.locator('#field-hour').fill('4')
    await page.locator('#field-minute').fill('30')

    await outlook()
      .getByText(/At 04:30/)
      .waitFor()
    await outlook()
      .getByText(/4:30 AM .*4:30 AM/)
      .waitFor()
    await page.locator('#field-hour').fill('5')

    await outlook()
      .getByText(/At 05:30/)
      .waitFor()
    await outlook()
      .getByText(/5:30 AM .*5:30 AM/)
      .waitFor()
  })

  it('should say why it can never fire, and not be saved', async () => {
    await choose('frequency', 'Cron')
    await page.locator('#field-cron').fill('61 * * * *')

    await outlook()
      .getByText(/"61 \* \* \* \*"/)
      .waitFor()
    await page.locator('#action-save').click()

    await page.locator('.field-error, .tooltip').getByText(/61/).first().waitFor()
    expect(page.url()).toBe(`${url}/create`)
  })

  it('should be saved and fire when it says', async () => {
    await choose('frequency', 'Every day')
    await page.locator('#action-save').click()

    await page.waitForURL(/syncSchedules\/\d+/)
    await page
      .getByRole('heading', { name: 'Sportmonks · Matches · Incremental' })
      .first()
      .waitFor()
    expect(await page.locator('#field-nextSlotAt input').inputValue()).toMatch(/5:30 AM$/)
    await outlook().waitFor()
    const figures = await page.locator('.sync-schedule-figures').innerText()
    expect(figures).toMatch(/^In the last 30 days\s+Runs\s+0\s+Success rate\s+–/)
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'schedule', page })
  })

  it('should fire at another time once it was edited', async () => {
    await page.locator('#field-hour').fill('7')
    await page.locator('#action-save').click()

    await page.locator('#field-nextSlotAt input').and(page.locator('[value$="7:30 AM"]')).waitFor()
  })

  it('should be switched off in the list, and stay off', async () => {
    await visit({ page, url })
    const isOn = page.getByRole('switch', { name: 'Enabled: Sportmonks · Matches · Incremental' })
    await page.getByRole('cell', { name: 'At 07:30 (America/Lima)' }).waitFor()
    await page.getByRole('cell', { name: /7:30 AM$/ }).waitFor()
    await takePicture({ name: 'schedules', page })

    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await isOn.click()
    expect((await saved).status()).toBe(200)
    await reload({ page })

    expect(await isOn.isChecked()).toBe(false)
  })

  it('should be led to from the sync view', async () => {
    await visit({ page, url: `${inject('appUrl')}/admin/sync` })

    await page.getByRole('link', { name: 'Schedules', exact: true }).click()

    await page.waitForURL(/collections\/syncSchedules/)
  })
})

it('should be there to read for a user who may not manage them', async () => {
  const person = { email: 'reader@example.com', password: 'only-for-tests' }
  await page.request.post(`${inject('appUrl')}/api/users`, { data: { ...person, role: 'viewer' } })
  const reader = await (await browser.newContext()).newPage()
  await reader.request.post(`${inject('appUrl')}/api/users/login`, { data: person })
  await visit({ page: reader, url })
  const first = reader.getByRole('link', { name: 'Sportmonks · Matches · Incremental' }).first()
  await first.waitFor()
  expect(await reader.getByRole('switch').count()).toBe(0)

  await first.click()

  await reader.locator('.sync-schedule-outlook').waitFor()
  expect(await reader.getByRole('button', { name: /^(Reset|Save)/ }).count()).toBe(0)
})
