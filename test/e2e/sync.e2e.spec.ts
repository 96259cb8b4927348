import type { Browser, Page } from 'playwright-core'

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { describeContent } from './describeContent.js'
import { breakProvider, changeRecord, mendProvider } from './faults.js'
import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

/** Matches of the one season that the emulator of these tests has. */
const MATCHES = 306

const SYNC_TIMEOUT_MS = 120_000

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(120_000)
})

afterAll(() => browser.close())

const appUrl = inject('appUrl')

/** A resource of Sportmonks; API-Football, which is in the dev app as well, has some of the same name. */
const rowOf = (name: string) =>
  page
    .getByRole('region', { name: 'Sportmonks', exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })

const cellOf = (name: string, column: string) => rowOf(name).locator(`td[data-label="${column}"]`)

describe('the sync view', () => {
  it('should be reached by the link in the navigation and teach what to do first', async () => {
    await visit({ page, url: `${appUrl}/admin` })
    const link = page.locator('#nav-sync')
    await link.waitFor({ state: 'attached' })

    await visit({ page, url: `${appUrl}/admin/sync` })

    await page.getByRole('heading', { name: 'Sync', level: 1 }).waitFor()
    await rowOf('Matches').getByText('Never run').waitFor()
    const provider = page.getByRole('region', { name: 'Sportmonks', exact: true })
    await provider.getByText('No schedule syncs this automatically.').waitFor()
    expect(await provider.getByRole('link', { name: 'Add a schedule' }).getAttribute('href')).toBe(
      '/admin/collections/syncSchedules/create',
    )
  })

  it('should start a sync, show it at work, and show that it completed', async () => {
    // Held back until it was seen at work.
    await breakProvider({ delayMs: 60_000, kind: 'delay', path: '/fixtures' })
    try {
      await page.getByRole('button', { name: 'Sync everything: Sportmonks' }).click()

      await page.getByRole('progressbar').first().waitFor()
      await takePicture({ name: 'sync-running', page })
    } finally {
      await mendProvider()
    }
    await rowOf('Matches').getByText('Completed').waitFor({ timeout: SYNC_TIMEOUT_MS })
    expect(await rowOf('Matches').getByText(String(MATCHES)).count()).toBeGreaterThan(0)
  })

  it('should report nothing but unchanged records when it is done again', async () => {
    await rowOf('Countries')
      .getByRole('button', { name: /^Sync now/ })
      .click()

    await cellOf('Countries', 'Same').getByText('51').waitFor({ timeout: SYNC_TIMEOUT_MS })
    expect(await cellOf('Countries', 'New').innerText()).toBe('0')
  })

  it('should say that all is well, and draw what ran', async () => {
    await page.getByRole('region', { name: /^Healthy/ }).waitFor()
    await page.locator('.sync-history .recharts-surface').first().waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'sync-view-light', page })
  })

  it('should show what ran as a table to whoever wants one', async () => {
    const history = page.getByRole('region', { name: 'History' })
    await history.getByText('Table').click()

    await history.getByRole('columnheader', { name: 'Requests' }).waitFor()
    expect(await history.locator('.recharts-surface').count()).toBe(0)
  })

  it('should be usable in the dark and on a phone', async () => {
    const context = await browser.newContext({
      colorScheme: 'dark',
      viewport: { height: 844, width: 390 },
    })
    const phone = await context.newPage()
    await visit({ page: phone, url: `${appUrl}/admin/sync` })
    await phone.locator('.sync-history .recharts-surface').first().waitFor()

    const { height, inner, outer } = await phone.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      inner: document.documentElement.scrollWidth,
      outer: document.documentElement.clientWidth,
    }))
    expect(inner).toBeLessThanOrEqual(outer)
    expect(await phone.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await findViolations({ page: phone })).toEqual([])
    await takePicture({ name: 'sync-view-phone', page: phone })
    // With seven providers, and however long ago things were.
    expect(height).toBeLessThan(3 * 844)
    const leagues = phone
      .getByRole('region', { name: 'Sportmonks', exact: true })
      .getByRole('rowheader', { name: 'Leagues' })
    expect(await leagues.isVisible()).toBe(false)
    await phone.getByRole('button', { name: 'Resources: 6' }).first().press('Enter')
    await leagues.waitFor()

    await phone.setViewportSize({ height: 900, width: 1280 })
    await takePicture({ name: 'sync-view-dark', page: phone })
    await context.close()
  })
})

describe('a run at work', () => {
  afterAll(mendProvider)

  it('should end when a person cancels it, while the provider keeps it waiting', async () => {
    await breakProvider({ delayMs: 60_000, kind: 'delay', path: '/fixtures' })
    await visit({ page, url: `${appUrl}/admin/sync` })
    await rowOf('Matches')
      .getByRole('button', { name: /^Sync now/ })
      .click()

    await page
      .getByRole('button', { name: /^Cancel: Sportmonks · Matches/ })
      .first()
      .click()

    await rowOf('Matches').getByText('Cancelled').waitFor()
  })

  it('should go on when a person retries it', async () => {
    await mendProvider()

    await page
      .getByRole('button', { name: /^Retry: Sportmonks · Matches/ })
      .first()
      .click()

    await rowOf('Matches').getByText('Completed').waitFor({ timeout: SYNC_TIMEOUT_MS })
  })

  it('should say by itself why a provider that is down holds it up', async () => {
    await breakProvider({ kind: 'status', path: '/countries', status: 503 })
    const answered = page.waitForResponse(/\/sync\/trigger/)
    await rowOf('Countries')
      .getByRole('button', { name: /^Sync now/ })
      .click()
    await answered

    await page
      .getByText(/Sportmonks answered \S*countries\S* .*503/)
      .first()
      .waitFor()
    await page
      .getByRole('region', { name: /^(Warning|Critical)/ })
      .getByText(/Sportmonks does not answer properly \(Countries\)/)
      .waitFor()
    await takePicture({ name: 'sync-warning', page })

    // Before the provider is well again: the run would go on by itself, and be done.
    await page
      .getByRole('button', { name: /^Cancel: Sportmonks · Countries/ })
      .first()
      .click()
    await rowOf('Countries').getByText('Cancelled').waitFor()
    await mendProvider()
    await rowOf('Countries')
      .getByRole('button', { name: /^Sync now/ })
      .click()
    await rowOf('Countries').getByText('Completed').waitFor({ timeout: SYNC_TIMEOUT_MS })
  })
})

describe('a run that failed', () => {
  afterAll(mendProvider)

  it('should say why and what to do, and complete when a person retries it', async () => {
    await breakProvider({ kind: 'status', path: '/leagues', status: 401 })
    await visit({ page, url: `${appUrl}/admin/sync` })
    await rowOf('Leagues')
      .getByRole('button', { name: /^Sync now/ })
      .click()
    await rowOf('Leagues').getByText('Failed').waitFor()
    const health = page.getByRole('region', { name: /^(Warning|Critical)/ })
    await health.getByText(/Sportmonks refuses access to Leagues/).waitFor()

    await mendProvider()
    await page
      .getByRole('button', { name: /^Retry: Sportmonks · Leagues/ })
      .first()
      .click()

    await rowOf('Leagues').getByText('Completed').waitFor({ timeout: SYNC_TIMEOUT_MS })
    await page.getByRole('region', { name: /^Healthy/ }).waitFor()
  })

  it('should be told by the bell, in the head of every page', async () => {
    const bell = page.getByRole('button', { name: /^Notifications: [1-9]/ })
    await bell.waitFor()
    await bell.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Notifications' })
    const item = panel.getByRole('listitem').filter({ hasText: 'Leagues: failed' })
    await item.first().waitFor()
    await item.first().getByText('Check the credentials').waitFor()
    await panel.getByText('Leagues: works again').waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'bell-light', page })

    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await bell.evaluate((button) => button === document.activeElement)).toBe(true)

    const context = await browser.newContext({
      colorScheme: 'dark',
      storageState: await page.context().storageState(),
      viewport: { height: 844, width: 390 },
    })
    const phone = await context.newPage()
    phone.setDefaultTimeout(120_000)
    await visit({ page: phone, url: `${appUrl}/admin/sync` })
    await phone.getByRole('button', { name: /^Notifications: [1-9]/ }).click()
    const small = phone.getByRole('dialog', { name: 'Notifications' })
    await small.getByRole('listitem').first().waitFor()
    const box = (await small.boundingBox())!
    expect([box.x >= 0, box.x + box.width <= 390]).toEqual([true, true])
    expect(await findViolations({ page: phone })).toEqual([])
    await takePicture({ name: 'bell-phone', page: phone })
    await phone.setViewportSize({ height: 900, width: 1280 })
    await takePicture({ name: 'bell-dark', page: phone })
    // What is read by one is so in the other tab, when it is looked at, and after a reload.
    await small.getByRole('button', { name: 'Mark all as read' }).click()
    await phone.getByRole('button', { name: 'Notifications: 0 unread' }).waitFor()
    await context.close()
    await reload({ page })
    await page.getByRole('button', { name: 'Notifications: 0 unread' }).waitFor()
  })
})

describe('the page of a run', () => {
  it('should tell what happened, and lead to the documents', async () => {
    const { docs } = await readAs<{ docs: { id: number }[] }>(
      page,
      '/api/sync/logs?resource=matches&status=completed&limit=100',
    )
    await visit({ page, url: `${appUrl}/admin/collections/syncLogs/${docs.at(-1)!.id}` })

    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
    const documents = page.getByRole('region', { name: /^Documents/ })
    await documents.getByRole('link').first().waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'run', page })

    await documents.getByRole('link', { name: 'Next' }).click()
    await documents.getByText(/^Page 2 of/).waitFor()
  })

  it('should start the same again', async () => {
    const answered = page.waitForResponse(/\/sync\/trigger/)
    await page.getByRole('button', { name: 'Run again' }).click()
    const answer = await answered
    expect(answer.status()).toBe(202)
    const { syncLogId } = (await answer.json()) as { syncLogId: number }

    const readStatus = async (): Promise<string> => {
      const { status } = await readAs<{ status: string }>(page, `/api/sync/logs/${syncLogId}`)
      return status
    }
    await expect.poll(readStatus, { timeout: SYNC_TIMEOUT_MS }).toBe('completed')
  })
})

describe('what was synced', () => {
  it('should say above its list how fresh it is, and be synced from there', async () => {
    await visit({ page, url: `${appUrl}/admin/collections/leagues` })
    const source = page.getByRole('region', { name: 'Sync of this collection' })
    await source.getByText(/Last synced/).waitFor()

    await source.getByRole('button', { name: 'Sync now: Sportmonks · Leagues' }).click()

    await page.getByText('1 run is queued.').waitFor()
  })

  it.each(['CSV', 'JSON'])('should be downloaded as %s, as the list shows it', async (format) => {
    await visit({ page, url: `${appUrl}/admin/collections/countries?search=Denmark&limit=10` })
    const link = page.getByRole('link', { name: `Export as ${format}` })
    await link.waitFor()

    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])

    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^countries-\\d{4}-\\d{2}-\\d{2}\\.${format.toLowerCase()}$`),
    )
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('Denmark')
    expect(text).not.toContain('Sweden')
  })

  it('should be browsable as content, with its provenance in the sidebar', async () => {
    await visit({ page, url: `${appUrl}/admin/collections/teams?limit=10` })
    const first = page.locator('table a[href*="/collections/teams/"]').first()
    await first.waitFor()

    await first.click()

    const provenance = page.getByRole('region', { name: 'Sync', exact: true })
    await provenance.waitFor()
    expect(await provenance.innerText()).toContain('Last changed by sync')
    expect(await findViolations({ page })).toEqual([])
  })

  it('should be refreshed alone, and keep what an editor changed', async () => {
    const provenance = page.getByRole('region', { name: 'Sync', exact: true })
    const id = Number(await provenance.locator('code').innerText())
    await changeRecord({ id, entity: 'team', patch: { name: 'Renamed by nobody', founded: 1777 } })
    await page.locator('#field-name').fill('Renamed by an editor')
    await page.locator('#action-save').click()
    await page.getByText('Updated successfully').waitFor()
    await reload({ page })
    await provenance.getByText('Changed by editors').waitFor()

    await provenance.getByRole('button', { name: 'Refresh from Sportmonks' }).click()

    await expect.poll(() => page.locator('#field-founded').inputValue()).toBe('1777')
    expect(await page.locator('#field-name').inputValue()).toBe('Renamed by an editor')
    await provenance.getByRole('cell', { name: 'Renamed by nobody' }).waitFor()
    await expect.poll(() => page.locator('#field-name').isEnabled()).toBe(true)
    await takePicture({ name: 'document', page })
  })

  it('should show its run in the sync logs', async () => {
    await visit({ page, url: `${appUrl}/admin/collections/syncLogs` })

    await page
      .getByRole('link', { name: /Matches/ })
      .first()
      .waitFor()
  })

  it('should be summed up on the dashboard', async () => {
    await visit({ page, url: `${appUrl}/admin` })

    const widget = page.getByRole('region', { name: 'Sync', exact: true })
    await widget.getByText(/Running: \d+/).waitFor()
    expect(await findViolations({ page })).toEqual([])
  })
})

describeContent({ appUrl, open: () => page })

describe('a user who may look and not touch', () => {
  const PERSON = { email: 'viewer@example.com', password: 'only-for-tests' }
  let viewer: Page

  beforeAll(async () => {
    await page.request.post(`${appUrl}/api/users`, { data: { ...PERSON, role: 'viewer' } })
    viewer = await (await browser.newContext()).newPage()
    await viewer.request.post(`${appUrl}/api/users/login`, { data: PERSON })
  })

  it.each(['/admin/sync', '/admin/collections/teams', '/admin/collections/syncLogs'])(
    'should see no button at %s',
    async (path) => {
      await visit({ page: viewer, url: `${appUrl}${path}` })
      await viewer
        .getByText(/Sportmonks|sportmonks/)
        .filter({ visible: true })
        .first()
        .waitFor()

      expect(
        await viewer
          .getByRole('button', { name: /^(Cancel|Retry|Run again|Sync now|Sync everything)/ })
          .count(),
      ).toBe(0)
    },
  )

  it('should see where a document comes from and no button to refresh it', async () => {
    await visit({ page: viewer, url: `${appUrl}/admin/collections/teams` })
    await viewer.locator('table a[href*="/collections/teams/"]').first().click()

    await viewer.getByText('Last changed by sync').waitFor()
    expect(await viewer.getByRole('button', { name: /^Refresh/ }).count()).toBe(0)
  })

  it.each([
    ['/api/sync/trigger', { provider: 'sportmonks' }],
    ['/api/sync/logs/1/cancel', undefined],
    ['/api/sync/logs/1/retry', undefined],
    ['/api/sync/refresh', { externalId: '1', provider: 'sportmonks', resource: 'teams' }],
  ])('should be refused by the server all the same: %s', async (path, data) => {
    const response = await viewer.request.post(`${appUrl}${path}`, { data })

    expect(response.status()).toBe(403)
  })
})

/** What a route answers the person of a page. */
const readAs = async <TBody>(person: Page, path: string): Promise<TBody> =>
  (await (await person.request.get(`${appUrl}${path}`)).json()) as TBody
