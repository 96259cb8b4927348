import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { waitFor } from '../project/waitFor.js'
import { breakProvider, mendProvider } from './faults.js'
import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(240_000)
})

afterAll(async () => {
  await mendProvider()
  await browser.close()
})

type Report = { total: { requests: number; runs: { completed: number; failed: number } } }

const readReport = () =>
  page.evaluate(async () => {
    const response = await fetch('/api/sync/report')
    return (await response.json()) as Report
  })

const trigger = (resource: string) =>
  page.evaluate(
    (name) =>
      fetch('/api/sync/trigger', {
        body: JSON.stringify({ mode: 'full', provider: 'sportmonks', resource: name }),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      }),
    resource,
  )

const waitForRuns = (isThere: (runs: Report['total']['runs']) => boolean) =>
  waitFor({
    event: 'the run to end',
    look: async () => {
      const report = await readReport()
      return isThere(report.total.runs) && report
    },
  })

/** As wide as the window, on a phone too. Charts follow the window a moment later. */
const fits = () =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return scrollWidth - clientWidth
      }),
    )
    .toBeLessThanOrEqual(0)

const waitForCharts = async () => {
  await page.locator('.sync-report__chart svg .recharts-bar-rectangle').first().waitFor()
  expect(await page.locator('.sync-report__chart svg.recharts-surface').count()).toBeGreaterThan(5)
}

it('should show what ran, in figures, charts and tables', async () => {
  await visit({ page, url: `${appUrl}/admin/sync` })
  await trigger('leagues')
  await waitForRuns(({ completed }) => completed > 0)
  await breakProvider({ kind: 'status', path: '/countries', status: 401 })
  await trigger('countries')
  const { total } = await waitForRuns(({ failed }) => failed > 0)
  await mendProvider()
  await visit({ page, url: `${appUrl}/admin/sync` })
  await page.getByRole('link', { name: 'Report' }).click()

  await page.getByRole('heading', { name: 'Report' }).waitFor()
  const figures = page.locator('.sync-report__figures')
  await figures.getByText('Runs', { exact: true }).waitFor()
  expect(await figures.textContent()).toContain(`Requests${total.requests}`)
  const table = page.getByRole('table', { name: 'By provider' })
  await table.getByText('Sportmonks').waitFor()
  await page.getByRole('table', { name: 'By connection' }).getByText('default').waitFor()
  await waitForCharts()
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: 'report-light', page })

  await page.emulateMedia({ colorScheme: 'dark' })
  await reload({ page })
  await page.locator('html[data-theme="dark"]').waitFor()
  await waitForCharts()
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: 'report-dark', page })
  await page.emulateMedia({ colorScheme: 'light' })

  await page.setViewportSize({ height: 844, width: 390 })
  await fits()
  await takePicture({ name: 'report-phone', page })
  await page.setViewportSize({ height: 900, width: 1280 })
})

it('should lead from a reason of failures to the runs', async () => {
  const failures = page.getByRole('table', { name: 'Failures by reason' })
  await failures.getByRole('link').first().click()

  await page.waitForURL(/collections\/syncLogs/)
  await page.locator('tbody').getByText('countries', { exact: false }).first().waitFor()
  expect(await page.locator('tbody').getByText('leagues', { exact: false }).count()).toBe(0)
})

it('should be about the days that are chosen, and be exported for them', async () => {
  await visit({ page, url: `${appUrl}/admin/sync/report` })
  await page.getByText('7 days', { exact: true }).click()
  await page.getByRole('table', { name: 'By provider' }).waitFor()
  expect(new URL(page.url()).searchParams.get('from')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await page.getByLabel('To', { exact: true }).fill('2020-01-31')
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByText('Nothing ran in this time.').waitFor()

  const read = async (format: string) => {
    const link = page.getByRole('link', { name: `Export as ${format}` })
    const url = await link.getAttribute('href')
    return await page.evaluate(async (href) => (await fetch(href!)).text(), url)
  }
  expect((await read('CSV')).split('\n')[1]).toMatch(
    /^total,.*2020-01-01T00:00:00.000Z,2020-02-01T00:00:00.000Z,0,/,
  )
  expect(JSON.parse(await read('JSON'))).toMatchObject({ from: '2020-01-01T00:00:00.000Z' })

  // Whoever is sent the address sees the same.
  await reload({ page })
  await page.getByText('Nothing ran in this time.').waitFor()
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2020-01-01')
})
