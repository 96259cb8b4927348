import type { Browser, Locator, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { amazonSample } from '../../dev/samples/amazonSample.js'
import { netflixSample } from '../../dev/samples/netflixSample.js'
import { makeZip, packZip, patchZip } from '../../src/sync/files/zip.fixture.js'
import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')
const connectionsUrl = `${appUrl}/admin/collections/syncConnections`

/** When the archives were sent. */
const SENT = new Date('2024-06-20T10:00:00Z')
const NETFLIX = netflixSample(SENT)

let browser: Browser
let page: Page
let other: Page
let archive: Buffer
let amazon: Buffer

const openAs = async (name: string): Promise<Page> => {
  const person = { email: `${name}@example.com`, password: 'only-for-tests' }
  const opened = await (await browser.newContext({ timezoneId: 'UTC' })).newPage()
  // For what hangs: a machine that runs all tests may be busy.
  opened.setDefaultTimeout(150_000)
  await opened.request.post(`${appUrl}/api/users`, { data: { ...person, role: 'editor' } })
  await opened.request.post(`${appUrl}/api/users/login`, { data: person })
  return opened
}

beforeAll(async () => {
  browser = await launchBrowser()
  archive = await packZip({ entries: NETFLIX, mtime: SENT })
  amazon = await packZip({ entries: amazonSample(SENT), mtime: SENT })
  page = await openAs('subscriber')
  // As long as somebody listens, the browser opens no window of its own for them.
  page.on('filechooser', () => undefined)
  other = await openAs('neighbour')
})

afterAll(async () => {
  // What was brought goes with it, so that other tests find the app as it was.
  await page.request.delete(`${appUrl}/api/syncConnections?where[id][exists]=true&records=delete`, {
    timeout: 120_000,
  })
  await browser.close()
})

const wizard = (): Locator => page.locator('.sync-files')

/** By the keyboard, as somebody without a mouse does it. */
const bring = async (name: string, buffer: Buffer): Promise<void> => {
  const button = wizard().getByRole('button', { name: /^Choose (?:a|another) file$/ })
  await button.waitFor()
  await button.focus()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ])
  await chooser.setFiles({ name, buffer, mimeType: 'application/octet-stream' })
}

const toBuffer = async (bytes: Awaited<ReturnType<typeof makeZip>>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of bytes.read({ end: bytes.size, start: 0 })) {
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const fits = () =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return scrollWidth - clientWidth
      }),
    )
    .toBeLessThanOrEqual(0)

/** In the light, on a phone, and anew in the dark. */
const look = async (name: string, toSeen: () => Locator): Promise<void> => {
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: `${name}-light`, page })
  const wide = page.viewportSize()!
  await page.setViewportSize({ height: 844, width: 390 })
  await fits()
  await takePicture({ name: `${name}-phone`, page })
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'dark' })
  await reload({ page })
  await page.locator('html[data-theme="dark"]').waitFor()
  await toSeen().waitFor()
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: `${name}-dark`, page })
  await page.emulateMedia({ colorScheme: 'light' })
  await reload({ page })
  await page.locator('html[data-theme="light"]').waitFor()
  await toSeen().waitFor()
}

const addConnection = async (label: string, provider: string): Promise<void> => {
  await visit({ page, url: `${connectionsUrl}/create` })
  await page.locator('#field-provider .rs__control').click()
  await page.locator('#field-provider .rs__option').getByText(provider, { exact: true }).click()
  await page.locator('#field-label').fill(label)
  await page.getByText('Save the connection, and you can bring its file here.').waitFor()
  await page.locator('#action-save').click()
  await page.waitForURL(/syncConnections\/\d+/)
  await wizard().getByRole('button', { name: 'Choose a file' }).waitFor()
}

const readCharges = async (reader: Page): Promise<{ amount: string }[]> => {
  const response = await reader.request.get(`${appUrl}/api/charges?limit=100&sort=paidAt`)
  return ((await response.json()) as { docs: { amount: string }[] }).docs
}

/** Where somebody is who works by the keyboard. */
const isInWizard = (): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('.sync-files') !== null)

it('should take files at the form of a connection that is saved', async () => {
  await addConnection('My Netflix', 'Netflix')

  expect(await page.getByText('Test connection').count()).toBe(0)
})

it('should refuse what must not be read, by its name, and say what helps', async () => {
  const billing = Object.values(NETFLIX).at(-2)!
  const encrypted = Buffer.from(archive)
  // The flag of the entry in the list, behind its signature and two versions.
  const entry = encrypted.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8
  encrypted.writeUInt16LE(encrypted.readUInt16LE(entry) | 1, entry)
  const REFUSED: [string, Buffer, RegExp, string][] = [
    ['holiday.csv', Buffer.from('A,B\n1,2\n'), /"holiday\.csv" is none of/, 'personal data'],
    ['prime.zip', amazon, /"prime\.zip" is of Amazon Prime/, 'Choose the connection that it'],
    [
      'outside.zip',
      await toBuffer(
        await patchZip({
          bytes: await makeZip({ entries: { 'aa/a/Billing.csv': billing } }),
          from: 'aa/a/Billing.csv',
          to: '../../Billing.csv',
        }),
      ),
      /path leads out of it/,
      'as you got it from the service',
    ],
    ['locked.zip', encrypted, /"locked\.zip" is encrypted/, 'Unpack it with its password'],
    ['cut.zip', archive.subarray(0, archive.length / 2), /"cut\.zip"/, 'Download it again'],
    ['nothing.zip', Buffer.alloc(0), /"nothing\.zip" is empty/, 'there is nothing in it'],
    ['notes.pdf', Buffer.from('%PDF-1.7 and more'), /"notes\.pdf" is a PDF/, 'Bring the zip file'],
  ]
  for (const [name, bytes, message, advice] of REFUSED) {
    await bring(name, bytes)
    const refusal = wizard().locator('.banner--type-error')
    await refusal.getByText(message).waitFor()
    expect(await refusal.textContent()).toContain(advice)
  }
  await expect.poll(isInWizard).toBe(true)
  await takePicture({ name: 'wizard-refused', page })
})

it('should show what is in an archive before anything is imported', async () => {
  await bring('archive.zip', archive)
  const found = wizard().locator('.sync-files__found')
  await found.getByText('as of Jun 9, 2024').waitFor()

  const charges = await found.getByRole('region', { name: 'Charges' }).textContent()
  expect(charges).toContain('Charges 15')
  expect(charges).toContain('Subscription 15')
  expect(charges).toContain('2024: 6 · 2023: 9')
  expect(charges).toContain('200.85 EUR')
  const text = await found.textContent()
  expect(text).toMatch(/BillingHistory\.csv Rows: \d+/)
  expect(text).toContain('Viewing history')
  expect(text).not.toContain('nobody else needs to know')
  await expect.poll(isInWizard).toBe(true)
  await look('wizard-found', () => wizard().locator('.sync-files__found'))
  expect(await readCharges(page)).toEqual([])
})

it('should import it by the keyboard, say what came of it, and lead to the documents', async () => {
  const button = wizard().getByRole('button', { name: 'Import', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  await wizard().getByText('archive.zip was imported.').waitFor()
  const run = wizard().getByRole('listitem').filter({ hasText: 'Charges' })
  await run.getByText('Completed').waitFor()
  expect(await run.textContent()).toMatch(/New\s*15/)
  await expect.poll(isInWizard).toBe(true)
  await look('wizard-imported', () => wizard().getByText('archive.zip was imported.'))
  await run.getByRole('link', { name: 'Charges', exact: true }).click()

  await page.waitForURL(/collections\/charges/)
  await page.getByText('13.99').first().waitFor()
  expect(await readCharges(page)).toHaveLength(15)
})

it('should say of the same archive that nothing in it is new', async () => {
  await visit({ page, url: `${appUrl}/admin/sync` })
  await page.getByRole('link', { name: 'Import a file: My Netflix' }).click()
  await page.getByRole('heading', { name: 'Import a file', level: 1 }).waitFor()
  expect(await page.getByRole('radio', { name: /My Netflix/ }).isChecked()).toBe(true)

  await bring('again.zip', archive)
  await wizard().getByText('This very file was imported before.', { exact: false }).waitFor()
  await wizard().getByRole('button', { name: 'Discard' }).click()
  await wizard().getByText('archive.zip was imported.').waitFor()
  await bring('again.zip', archive)
  await wizard().getByRole('button', { name: 'Import', exact: true }).click()
  await wizard().getByText('again.zip has nothing new', { exact: false }).waitFor()
  expect(await readCharges(page)).toHaveLength(15)
})

it('should ask for which of several connections a file is', async () => {
  await addConnection('My Amazon', 'Amazon Prime')
  await visit({ page, url: `${appUrl}/admin/sync/import` })
  await page.getByRole('radio', { name: /My Amazon/ }).check()
  await bring('amazon.zip', amazon)
  const found = wizard().locator('.sync-files__found')
  await found.getByText('248.80 EUR').waitFor()
  await look('wizard-page', () => wizard().locator('.sync-files__found'))
  expect(await page.getByRole('radio', { name: /My Amazon/ }).isChecked()).toBe(true)
  await wizard().getByRole('button', { name: 'Import', exact: true }).click()
  await wizard().getByText('amazon.zip was imported.').waitFor()
  expect(await readCharges(page)).toHaveLength(18)
})

it('should keep it from everybody else', async () => {
  const { docs } = (await (await page.request.get(`${appUrl}/api/syncConnections`)).json()) as {
    docs: { id: number; label: string; name: string }[]
  }
  const { id, name } = docs.find(({ label }) => label === 'My Netflix')!
  await visit({ page: other, url: `${appUrl}/admin/sync/import?connection=${name}` })
  await other.getByText('Add a connection first.', { exact: false }).waitFor()
  expect(await other.content()).not.toContain('My Netflix')
  expect(await other.locator('.sync-files').count()).toBe(0)
  await visit({ page: other, url: `${connectionsUrl}/${id}` })
  await other.waitForURL(/notFound=/)
  expect(await other.locator('.sync-files').count()).toBe(0)
  const query = `provider=netflix&connection=${name}`
  const files = await other.request.get(`${appUrl}/api/sync/files?${query}`)
  expect(files.status()).toBe(404)
  expect(await readCharges(other)).toEqual([])
})
