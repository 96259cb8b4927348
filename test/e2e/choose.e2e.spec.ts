import type { Browser, Locator, Page, Route } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { drawPicture } from '../../dev/emulator/drawPicture.js'
import { leagueFacts } from '../../dev/emulator/world/facts/leagues.js'
import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { look } from './look.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')
const PATH = '/api/sync/choices/sportmonks/leagues'

type Answer = {
  choices: { group?: string; label: string; picture?: string; value: number }[]
  total: number
  values: null | number[]
}

let browser: Browser
let page: Page

/** The emulator of these tests has one league; a subscription has many. */
const withMany = async (route: Route): Promise<void> => {
  const response = await route.fetch()
  const answer = (await response.json()) as Answer
  const more = Object.entries(leagueFacts)
    .filter(([code]) => code !== 'de.1')
    .map(([code, { name, country }], index) => ({
      group: country,
      label: name,
      picture: drawPicture({ id: code, kind: 'leagues' }),
      value: index + 1,
    }))
  await route.fulfill({
    json: { ...answer, choices: [...answer.choices, ...more], total: answer.total + more.length },
    response,
  })
}

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(120_000)
  page.setDefaultNavigationTimeout(300_000)
})

afterAll(async () => {
  // Other tests sync what there is.
  await page.request.post(`${appUrl}${PATH}`, { data: { values: [] } })
  await browser.close()
})

const box = (name: RegExp | string): Locator => page.getByRole('checkbox', { name })
const save = (): Locator => page.getByRole('button', { name: 'Save' })
const readValues = async (): Promise<null | number[]> =>
  ((await (await page.request.get(`${appUrl}${PATH}`)).json()) as Answer).values

it('should be reached from the card of the provider, and show what there is', async () => {
  await page.route(`**${PATH}`, withMany)
  await visit({ page, url: `${appUrl}/admin/sync` })

  const link = page.getByRole('link', { name: 'Choose what to sync: Sportmonks' })
  expect(await link.getAttribute('href')).toBe('/admin/sync/choose/sportmonks')
  // The link itself would wait for a page that is not compiled yet, and be lost when it is.
  await visit({ page, url: `${appUrl}/admin/sync/choose/sportmonks` })

  await page.getByRole('heading', { name: 'Choose what to sync', level: 1 }).waitFor()
  await page.getByText(/^Nothing is chosen, so all \d+ are synced$/).waitFor()
  await box('Bundesliga (Germany)').waitFor()
  await expect
    .poll(() =>
      page
        .locator('.sync-choose__list img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
    )
    .toBe(true)
  expect(await save().isEnabled()).toBe(false)
})

it('should find by name and country, choose by the keyboard, and save', async () => {
  await page.getByRole('searchbox', { name: 'Search' }).fill('GERMANY bundesliga')
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(1)
  await box('Bundesliga (Germany)').focus()
  await page.keyboard.press('Space')
  await page.getByText(/^1 of \d+ chosen$/).waitFor()
  const id = Number(await page.locator('.sync-choose__value').innerText())

  await save().click()

  await page.getByText('Saved. It counts from the next run on.').waitFor()
  expect(await readValues()).toEqual([id])
  await page.getByText(/^Chosen by /).waitFor()
  await look({ name: 'choose', page, ready: () => page.getByText(/^1 of \d+ chosen$/).waitFor() })
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
})

it('should say when nothing is found, and lose no choice over it', async () => {
  await page.getByRole('searchbox', { name: 'Search' }).fill('nowhere at all')

  await page.getByText('Nothing found for “nowhere at all”.').waitFor()
  await page.getByText(/^1 of \d+ chosen$/).waitFor()
})

it('should go back to everything', async () => {
  await page.getByRole('button', { name: 'Choose none' }).click()
  await save().click()

  await page.getByText(/^Nothing is chosen, so all \d+ are synced$/).waitFor()
  await expect.poll(readValues).toBeNull()
})

it('should show what the config says, and change nothing of it', async () => {
  await visit({ page, url: `${appUrl}/admin/sync/choose/api-football` })

  await page.getByText('The config says what is synced.', { exact: false }).waitFor()
  await page.getByText(/^apiFootball\(\{ leagues: \[\d+, \d+, \d+\] \}\)$/).waitFor()
  await page.getByText(/^About \d+ requests for a full sync$/).waitFor()
  expect(await page.getByRole('checkbox').first().isDisabled()).toBe(true)
  expect(await save().count()).toBe(0)
  await look({ name: 'choose-config', page, ready: () => page.getByText(/^apiFootball/).waitFor() })
})

it('should say why the list did not come, and ask again', async () => {
  const refusal = { errors: [{ code: 'PROVIDER_UNAVAILABLE', message: 'Sportmonks is down.' }] }
  await page.unroute(`**${PATH}`)
  await page.route(`**${PATH}`, (route) => route.fulfill({ json: refusal, status: 502 }))
  await visit({ page, url: `${appUrl}/admin/sync/choose/sportmonks` })
  await page.getByText('Sportmonks is down.').waitFor()
  await look({
    name: 'choose-failed',
    page,
    ready: () => page.getByText('Sportmonks is down.').waitFor(),
  })
  await page.unroute(`**${PATH}`)

  await page.getByRole('button', { name: 'Try again' }).click()

  await box('Bundesliga (Germany)').waitFor()
  expect(await page.getByText('Sportmonks is down.').count()).toBe(0)
})

it('should say so where there is nothing to choose', async () => {
  await visit({ page, url: `${appUrl}/admin/sync/choose/openai` })

  await page.getByText('has nothing to choose from.', { exact: false }).waitFor()
})
