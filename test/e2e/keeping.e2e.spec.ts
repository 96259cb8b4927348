import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { changeRecord } from './faults.js'
import { findViolations } from './findViolations.js'
import { look } from './look.js'
import { reload } from './reload.js'
import { syncResources } from './syncResources.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')

const FIRST_VISIT_MS = 600_000

type Row = { externalId: string; id: number; name: string; status: string }

let browser: Browser
let page: Page
let countries: Row[]

const api = async <TBody>(method: 'delete' | 'get' | 'post', path: string, data?: object) => {
  const answer = await page.request[method](`${appUrl}/api${path}`, data ? { data } : {})
  return (await answer.json()) as TBody
}

const sync = (): Promise<void> => syncResources({ page, resources: ['countries'] })

const find = async (collection: string, query: string): Promise<Row[]> =>
  (await api<{ docs: Row[] }>('get', `/${collection}?depth=0&limit=100&${query}`)).docs

const OF_COUNTRIES = 'where[provider][equals]=sportmonks&where[resource][equals]=countries'

const findIssues = (kind: string, status = 'open'): Promise<Row[]> =>
  find('syncIssues', `${OF_COUNTRIES}&where[status][equals]=${status}&where[kind][equals]=${kind}`)

const readCountry = async ({ externalId }: Row): Promise<Row | undefined> =>
  (await find('countries', `where[externalId][equals]=${externalId}`))[0]

const change = (row: Row, action: 'put' | 'remove' | 'reset', patch = {}): Promise<void> =>
  changeRecord({ id: Number(row.externalId), action, entity: 'country', patch })

/** Goes on with the tabulator until something with these words has the focus. */
const tabTo = async (words: string): Promise<void> => {
  const focused = page.locator(':focus')
  for (let step = 0; step < 60; step += 1) {
    const isThere = (await focused.count()) > 0 && (await focused.innerText()).includes(words)
    if (isThere) {
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not get to "${words}".`)
}

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { height: 1000, width: 1440 } })
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(FIRST_VISIT_MS)
  await visit({ page, url: `${appUrl}/admin/collections/countries` })
  page.setDefaultTimeout(60_000)
  await sync()
  countries = await find('countries', 'sort=name&where[provider][equals]=sportmonks')
}, FIRST_VISIT_MS)

afterAll(() => browser.close())

describe('records that cannot be stored', () => {
  const openIssues = async (query = ''): Promise<void> => {
    await visit({
      page,
      url: `${appUrl}/admin/sync/issues?kind=invalid&resource=countries${query}`,
    })
    await group().waitFor()
  }
  const group = () => page.locator('.sync-issues__group').filter({ hasText: 'Invalid data' })

  it('should be told as one reason, and be ignored until they change', async () => {
    for (const country of countries.slice(0, 3)) {
      await change(country, 'put', { name: 42 })
    }
    await sync()
    await openIssues()
    await group().getByText('3 ×').waitFor()
    const open = async () => {
      await group()
        .getByRole('button', { name: /expected string/, expanded: false })
        .click()
      await group().getByRole('checkbox').nth(2).waitFor()
    }
    await open()
    await look({ name: 'issues-invalid', page, ready: open })

    await group().getByRole('checkbox').first().press('Space')
    await group()
      .getByRole('button', { name: /^Ignore until they change/ })
      .press('Enter')
    const modal = page.getByRole('dialog')
    await modal.getByText('Records: 1.').waitFor()
    await modal.getByRole('button', { name: 'Ignore until they change' }).press('Enter')
    await group().getByText('2 ×').waitFor()
    expect(await findIssues('invalid', 'ignored')).toHaveLength(1)

    await openIssues('&status=ignored')
    await group()
      .getByRole('button', { name: /^Stop ignoring/ })
      .press('Enter')
    await page.getByText('Nothing matches').waitFor()
    expect(await findIssues('invalid')).toHaveLength(3)
  })

  it('should be tried again all at once', async () => {
    await change(countries[1]!, 'reset')
    await openIssues()
    await group()
      .getByRole('button', { name: /^Try again/ })
      .press('Enter')
    await page.getByText(/Stored now: 1\./).waitFor()
    await group().getByText('2 ×').waitFor()
    expect(await findIssues('invalid')).toHaveLength(2)
  })

  it('should be put right by hand, by keyboard alone', async () => {
    const [country] = countries as [Row]
    const issues = await findIssues('invalid')
    const issue = issues.find(({ externalId }) => externalId === country.externalId)!
    await visit({ page, url: `${appUrl}/admin/collections/syncIssues/${issue.id}` })
    const form = page.getByRole('form', { name: 'Put it right here' })
    const input = form.getByRole('textbox', { name: 'Name' })
    const ready = async () => {
      expect(await input.inputValue()).toBe('42')
      // What is opened before React has taken the page over is closed again.
      await expect
        .poll(() => page.getByRole('button', { name: 'Try again' }).isEnabled())
        .toBe(true)
      await page.getByText('As the provider sent it').first().click()
      await page.getByText('"name": 42').waitFor()
    }
    await ready()
    await look({ name: 'issue-invalid', page, ready })

    await input.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Put right')
    await tabTo('Store it like this')
    await page.keyboard.press('Enter')

    await page.getByText('Resolved').waitFor()
    await form.waitFor({ state: 'detached' })
    expect(await readCountry(country)).toMatchObject({ name: 'Put right' })
    await sync()
    expect(await findIssues('invalid')).toHaveLength(1)
    for (const changed of countries.slice(0, 3)) {
      await change(changed, 'reset')
    }
    await sync()
    expect(await findIssues('invalid')).toEqual([])
  })
})

describe('a document that was deleted here', () => {
  it('should be told above its list and on the card, and come back', async () => {
    const country = countries[3]!
    await api('delete', `/countries/${country.id}`)
    await sync()
    await visit({ page, url: `${appUrl}/admin/sync` })
    const card = page.getByRole('region', { name: 'Sportmonks', exact: true })
    await card.getByText('1 deleted here').click()
    await card.getByRole('button', { name: `Restore: ${country.name}` }).waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'deleted-here-card', page })

    await visit({ page, url: `${appUrl}/admin/collections/countries` })
    const restore = page.getByRole('button', { name: `Restore: ${country.name}` })
    const open = async () => {
      await page.getByText('1 deleted here').focus()
      await page.keyboard.press('Enter')
      await restore.waitFor()
    }
    await open()
    await look({ name: 'deleted-here', page, ready: open })

    await restore.press('Enter')
    await page.getByText('1 deleted here').waitFor({ state: 'detached' })
    expect(await readCountry(country)).toMatchObject({ name: country.name })
  })
})

describe('records that are gone', () => {
  it('should be confirmed by a person, and be shown by a link above the list', async () => {
    const gone = countries.slice(0, Math.ceil(countries.length / 2) + 1)
    for (const country of gone) {
      await change(country, 'remove')
    }
    await sync()
    const [issue] = await findIssues('absence')
    await visit({ page, url: `${appUrl}/admin/collections/syncIssues/${issue!.id}` })
    const confirm = page.getByRole('button', {
      name: `Yes, these ${gone.length} are gone for good`,
    })
    await confirm.waitFor()
    const named = page
      .getByRole('region', { name: 'Confirm that records are gone' })
      .getByRole('link')
    // What a test before this one has put right has another name by now.
    const ids = gone.map(({ externalId }) => externalId).join(',')
    const stored = await find('countries', `where[externalId][in]=${ids}`)
    const names = await named.allInnerTexts()
    expect(names.toSorted()).toEqual(stored.map(({ name }) => name).toSorted())
    await look({ name: 'issue-absence', page, ready: () => confirm.waitFor() })
    await confirm.press('Enter')
    await page.getByText('Resolved').waitFor()
    await confirm.waitFor({ state: 'detached' })

    await visit({ page, url: `${appUrl}/admin/collections/countries` })
    await page.getByRole('link', { name: `${gone.length} missing at the provider` }).press('Enter')
    await page.waitForURL(/where/)
    await page.getByText(`1-10 of ${gone.length}`).waitFor()
    const rows = page.locator('.table tbody tr')
    const marks = () =>
      rows.evaluateAll((all) =>
        all.map((row) => getComputedStyle(row.querySelectorAll('td')[1]!, '::after').content),
      )
    await expect.poll(marks).toEqual(Array.from({ length: 10 }, () => '"Missing at the provider"'))
    await look({ name: 'missing-at-provider', page, ready: () => rows.nth(9).waitFor() })

    await page.getByRole('link', { name: 'Show all' }).press('Enter')
    await page.getByText(`1-10 of ${countries.length}`).waitFor()

    for (const country of gone) {
      await change(country, 'reset')
    }
    await sync()
    await reload({ page })
    await page.getByText('Last synced').waitFor()
    expect(await page.getByRole('link', { name: 'missing at the provider' }).count()).toBe(0)
  })
})
