import type { Browser, Locator, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { findSecrets } from '../secrets/findSecrets.js'
import { breakProvider, mendProvider } from './faults.js'
import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'
import { waitUntilAlive } from './waitUntilAlive.js'

type Person = {
  logins: number
  password: string
  teamIds: string[]
  teams: string[]
  username: string
}

type People = { issued: string[]; people: Person[] }

type Connection = { id: number; name: string }

const appUrl = inject('appUrl')
const peopleUrl = `${inject('emulatorUrl')}/_emulator/prestosports`
const WRONG = 'mistyped "pass" & <word>/coach'

let browser: Browser
/** Of a team, who enters it by the form; and somebody with three that do not work. */
let coach: Page
let office: Page
/** Who connects an account elsewhere, and has no other. */
let listener: Page
let people: Person[]
const answers: Promise<string>[] = []

const readPeople = async (): Promise<People> => (await (await fetch(peopleUrl)).json()) as People

/** Signs somebody in; everything that comes from the server is kept, but for scripts and styles. */
const openAs = async (name: string): Promise<Page> => {
  const person = { email: `${name}@example.com`, password: 'only-for-tests' }
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(120_000)
  await page.request.post(`${appUrl}/api/users`, { data: { ...person, role: 'editor' } })
  await page.request.post(`${appUrl}/api/users/login`, { data: person })
  page.on('response', (response) => {
    // A stream has no end as long as the page is open.
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream') === true
    if (!response.url().includes('/_next/') && !isStream) {
      answers.push(response.text().catch(() => ''))
    }
  })
  return page
}

const readAs = async <TBody>(page: Page, path: string): Promise<TBody> => {
  const text = await (await page.request.get(`${appUrl}/api${path}`)).text()
  answers.push(Promise.resolve(text))
  return JSON.parse(text) as TBody
}

const postAs = async <TBody>(page: Page, path: string, data: unknown): Promise<TBody> => {
  const text = await (await page.request.post(`${appUrl}/api${path}`, { data })).text()
  answers.push(Promise.resolve(text))
  return JSON.parse(text) as TBody
}

type EnterArgs = { label: string; password: string; person: Person }

const enter = async ({
  label,
  password,
  person: { teamIds, username },
}: EnterArgs): Promise<Connection> => {
  const { doc } = await postAs<{ doc: Connection }>(office, '/syncConnections', {
    credentials: { password, username },
    label,
    provider: 'prestosports',
    settings: { team: teamIds[0] },
  })
  return doc
}

const openOverview = async (page: Page): Promise<Locator> => {
  await visit({ page, url: `${appUrl}/admin/sync` })
  const region = page.getByRole('region', { name: 'PrestoSports', exact: true })
  await region.waitFor()
  return region
}

const rowOf = (page: Page, label: string): Locator =>
  page
    .getByRole('table', { name: 'Connections' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.locator(`#field-${field} .rs__control`).click()
  await page.locator(`#field-${field} .rs__option`).getByText(option).first().click()
}

const save = async (page: Page): Promise<void> => {
  const saved = page.waitForResponse(
    (answer) =>
      answer.url().includes('/api/syncConnections') &&
      ['PATCH', 'POST'].includes(answer.request().method()) &&
      !answer.url().includes('/test'),
  )
  await page.locator('#action-save').click()
  expect((await saved).status()).toBeLessThan(300)
}

/** In the light and on a phone, with nothing that sticks out, and anew in the dark. */
const look = async (
  page: Page,
  name: string,
  seen: RegExp = /^(?:Our|Lost) team/,
): Promise<void> => {
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: `${name}-light`, page })
  const wide = page.viewportSize()!
  await page.setViewportSize({ height: 844, width: 390 })
  // Charts follow the window a moment later.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return scrollWidth - clientWidth
      }),
    )
    .toBeLessThanOrEqual(0)
  await takePicture({ name: `${name}-phone`, page })
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'dark' })
  await reload({ page })
  await page.locator('html[data-theme="dark"]').waitFor()
  // The bell has some of it as well, in a list that nobody has opened.
  await page.getByText(seen).filter({ visible: true }).first().waitFor()
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: `${name}-dark`, page })
  await page.emulateMedia({ colorScheme: 'light' })
}

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ people } = await readPeople())
  coach = await openAs('coach')
  office = await openAs('office')
  listener = await openAs('listener')
})

afterAll(async () => {
  await mendProvider()
  for (const page of [coach, listener, office]) {
    // What they brought goes with them, so that other tests find the app as it was.
    await page.request.delete(
      `${appUrl}/api/syncConnections?where[id][exists]=true&records=delete`,
      {
        timeout: 120_000,
      },
    )
  }
  await browser.close()
})

describe('the form of a connection', () => {
  const password = () => coach.locator('#field-credentials__password')

  it('should ask for what the provider wants, and never show a password again', async () => {
    const [, person] = people as [Person, Person]
    await visit({ page: coach, url: `${appUrl}/admin/collections/syncConnections/create` })
    await coach.getByText('Choose a provider first.').waitFor()
    await choose(coach, 'provider', 'PrestoSports')
    await coach.locator('#field-label').fill('Our team')
    await coach.locator('#field-credentials__username').fill(person.username)
    await password().fill(person.password)
    expect(await password().getAttribute('type')).toBe('password')
    await save(coach)

    await coach.waitForURL(/syncConnections\/\d+/)
    await coach.getByText('Saved, and never shown again.').first().waitFor()
    expect(await password().count()).toBe(0)
    await reload({ page: coach })
    await coach.getByText('Saved, and never shown again.').first().waitFor()
    expect(await password().count()).toBe(0)
  })

  it('should offer the teams of the account, and tell that it works', async () => {
    const [, { teams }] = people as [Person, Person]
    await choose(coach, 'settings__team', teams[0]!)
    await save(coach)

    await coach.getByRole('button', { name: 'Test connection' }).click()

    await coach.getByText('PrestoSports accepts the credentials.').waitFor()
    await look(coach, 'connection')
  })

  it('should replace a password where somebody wants to, and say why it does not work', async () => {
    const [, person] = people as [Person, Person]
    await coach.getByRole('button', { name: 'Replace: Password' }).click()
    await password().fill('dropped again')
    await coach.getByRole('button', { name: 'Keep the saved one: Password' }).click()
    await coach.getByRole('button', { name: 'Replace: Password' }).click()
    expect(await password().inputValue()).toBe('')
    await password().fill(WRONG)
    await coach.getByText('Save your changes first: what is saved is tested.').waitFor()
    await save(coach)
    await coach.getByRole('button', { name: 'Test connection' }).click()
    await coach
      .getByText(/Incorrect username or password/)
      .first()
      .waitFor()

    await reload({ page: coach })
    await coach.getByText(/^Last error: .*Incorrect username or password/).waitFor()
    expect(await coach.getByText(/^Last success/).count()).toBeLessThanOrEqual(1)
    await coach.getByRole('button', { name: 'Replace: Password' }).click()
    await password().fill(person.password)
    await save(coach)
    await coach.getByRole('button', { name: 'Test connection' }).click()
    await coach.getByText('PrestoSports accepts the credentials.').waitFor()
  })

  it('should be listed in words', async () => {
    await visit({ page: coach, url: `${appUrl}/admin/collections/syncConnections` })

    await coach.getByRole('cell', { name: 'PrestoSports', exact: true }).waitFor()
    await coach.getByRole('cell', { name: 'Yes', exact: true }).waitFor()
    await coach.getByRole('cell', { name: 'Working', exact: true }).waitFor()
    expect(await coach.getByRole('cell', { name: 'prestosports', exact: true }).count()).toBe(0)
  })
})

describe('a connection by consent', () => {
  const outcome = (): Locator => listener.locator('.sync-connection .banner')

  it('should ask for no password, and lead to where somebody agrees', async () => {
    await visit({ page: listener, url: `${appUrl}/admin/collections/syncConnections/create` })
    await choose(listener, 'provider', 'Spotify')
    await listener.locator('#field-label').fill('My Spotify')
    await listener.getByText('Save it first; then you can connect with Spotify.').waitFor()
    expect(await listener.locator('input[type="password"]').count()).toBe(0)
    await save(listener)
    await listener.waitForURL(/syncConnections\/\d+/)
    await listener.getByRole('button', { name: 'Connect with Spotify' }).click()

    await listener.getByRole('heading', { name: 'Emulated Spotify' }).waitFor()
    const asked = new URL(listener.url()).searchParams
    expect(asked.get('redirect_uri')).toBe(`${appUrl}/api/sync/consent/callback`)
    expect(asked.get('code_challenge_method')).toBe('S256')
  })

  it('should say so where somebody did not agree', async () => {
    await listener.getByRole('link', { name: 'cancel' }).click()

    await listener.waitForURL(/syncConnections\/\d+\?consent=denied/)
    await waitUntilAlive({ page: listener })
    await outcome().waitFor()
    expect(await outcome().textContent()).toBe('You did not agree, so nothing was changed.')
  })

  it('should be connected where somebody agreed, and tell until when', async () => {
    await listener.getByRole('button', { name: 'Connect with Spotify' }).click()
    await listener.getByRole('link', { name: 'agree' }).click()

    await listener.waitForURL(/consent=done/)
    await waitUntilAlive({ page: listener })
    await listener.getByText('You are connected.', { exact: false }).waitFor()
    await listener
      .getByText(/^It ends on [A-Z][a-z]+ \d+, \d{4}: connect again before that\.$/)
      .waitFor()
    await listener.getByRole('button', { name: 'Connect again' }).waitFor()
    await listener.getByRole('button', { name: 'Test connection' }).click()
    await listener.getByText('Spotify accepts the credentials.').waitFor()
    await look(listener, 'consent', /^It ends on/)
  })

  it('should be listed as one that works, and bring the plan', async () => {
    await visit({ page: listener, url: `${appUrl}/admin/collections/syncConnections` })
    await listener.getByRole('cell', { name: 'My Spotify', exact: true }).waitFor()
    await listener.getByRole('cell', { name: 'Working', exact: true }).waitFor()
    await postAs(listener, '/sync/trigger', { provider: 'spotify' })
    await expect
      .poll(() => readAs<Record<string, unknown>>(listener, '/subscriptions'))
      .toMatchObject({ docs: [{ plan: 'Premium', service: 'Spotify' }] })
    expect(await readAs<{ docs: unknown[] }>(coach, '/subscriptions')).toMatchObject({ docs: [] })
  })
})

describe('the overview', () => {
  const LABELS = ['Mistyped team', 'Closed team']
  let others: Connection[]

  beforeAll(async () => {
    const [, , mistyped, closed] = people as [Person, Person, Person, Person]
    await fetch(peopleUrl, {
      body: JSON.stringify({ isDenied: true, username: closed.username }),
      method: 'POST',
    })
    others = [
      await enter({ label: 'Mistyped team', password: WRONG, person: mistyped }),
      await enter({ label: 'Closed team', password: closed.password, person: closed }),
    ]
    const { docs } = await readAs<{ docs: Connection[] }>(coach, '/syncConnections')
    await postAs(coach, '/syncSchedules', {
      connection: docs[0]!.name,
      frequency: 'hourly',
      mode: 'full',
      provider: 'prestosports',
    })
  })

  it('should show a coach the own team, when it is synced, and nothing of others', async () => {
    await openOverview(coach)
    const row = rowOf(coach, 'Our team')

    await row.getByText('Working', { exact: true }).waitFor()
    await row.locator('td[data-label="Last sync"]').getByText('Never').waitFor()
    await row
      .locator('td[data-label="Next sync"]')
      .getByText(/^in \d+/)
      .waitFor()
    const rows = coach.getByRole('table', { name: 'Connections' }).getByRole('row')
    await expect.poll(() => rows.count()).toBe(2)
    const html = await coach.content()
    const told = [...LABELS, ...others.map(({ name }) => name)]
    expect(told.filter((word) => html.includes(word))).toEqual([])
  })

  it('should start a sync of the own team, wait for its turn, and say when it was synced', async () => {
    await breakProvider({ delayMs: 60_000, kind: 'delay', path: '/prestosports/' })
    try {
      // The others take both workers.
      await postAs(office, '/sync/trigger', { provider: 'prestosports', resource: 'teams' })
      await openOverview(coach)
      const sent = coach.waitForRequest(/\/sync\/trigger/)
      await coach.getByRole('button', { name: 'Sync now: Our team' }).click()
      const { docs } = await readAs<{ docs: Connection[] }>(coach, '/syncConnections')
      expect((await sent).postDataJSON()).toEqual({
        connection: docs[0]!.name,
        mode: 'full',
        provider: 'prestosports',
      })

      await rowOf(coach, 'Our team').getByText('Waits for its turn').waitFor()
      expect(await coach.getByRole('button', { name: /^Sync now: Our team/ }).isDisabled()).toBe(
        true,
      )
    } finally {
      await mendProvider()
    }

    await rowOf(coach, 'Our team').locator('td[data-label="Last sync"] time').waitFor()
    await look(coach, 'coach')
    const { docs: runs } = await readAs<{ docs: { id: number; status: string }[] }>(
      coach,
      '/sync/logs?limit=100',
    )
    for (const { id, status } of runs) {
      if (status === 'queued' || status === 'running') {
        await postAs(coach, `/sync/logs/${id}/cancel`, {})
      }
    }
  })

  it('should say of each connection that does not work why it does not', async () => {
    const revoked = people[4]!
    const lost = await enter({ label: 'Lost team', password: revoked.password, person: revoked })
    await postAs(office, '/sync/trigger', {
      connection: lost.name,
      provider: 'prestosports',
      resource: 'teams',
    })
    await expect
      .poll(() => readAs<Record<string, unknown>>(office, `/syncConnections/${lost.id}`))
      .toMatchObject({ status: 'working' })
    await fetch(peopleUrl, {
      body: JSON.stringify({ isRevoked: true, username: revoked.username }),
      method: 'POST',
    })

    await postAs(office, '/sync/trigger', { provider: 'prestosports', resource: 'players' })
    await postAs(office, '/sync/trigger', { connection: lost.name, provider: 'prestosports' })

    await openOverview(office)
    await rowOf(office, 'Mistyped team').getByText('Credentials refused', { exact: true }).waitFor()
    await rowOf(office, 'Closed team').getByText('Failing', { exact: true }).waitFor()
    await rowOf(office, 'Closed team')
      .getByText(/Access denied for user/)
      .waitFor()
    await rowOf(office, 'Lost team').getByText('Deactivated', { exact: true }).waitFor()
    expect(await office.getByRole('button', { name: 'Sync now: Lost team' }).isDisabled()).toBe(
      true,
    )
    await look(office, 'connections')
    await visit({ page: office, url: `${appUrl}/admin/collections/syncConnections/${lost.id}` })
    await office.getByText(/^Deactivated: /).waitFor()
  })

  it('should ask what becomes of the records where somebody deletes a connection', async () => {
    const person = people[8]!
    const team = `/collegeTeams?where[externalId][equals]=${person.teamIds[0]}`
    const countTeams = async () => (await readAs<{ totalDocs: number }>(office, team)).totalDocs
    const { id, name } = await enter({ label: 'Brief team', password: person.password, person })
    await postAs(office, '/sync/trigger', {
      connection: name,
      provider: 'prestosports',
      resource: 'teams',
    })
    await expect.poll(countTeams, { timeout: 120_000 }).toBe(1)
    const url = `${appUrl}/admin/collections/syncConnections/${id}`
    const dialog = office.getByRole('dialog')
    const openDialog = async () => {
      await office.locator('.doc-controls__popup button').first().click()
      await office.locator('#action-delete-connection').waitFor()
      expect(await office.locator('#action-delete').isVisible()).toBe(false)
      await office.locator('#action-delete-connection').click()
      await dialog.getByText('Delete “Brief team”?').waitFor()
    }
    await office.emulateMedia({ colorScheme: 'light' })
    await visit({ page: office, url })
    await openDialog()
    expect(await dialog.getByRole('radio', { name: 'Keep them' }).isChecked()).toBe(true)
    expect(await findViolations({ page: office })).toEqual([])
    await takePicture({ name: 'connection-delete-light', page: office })
    const wide = office.viewportSize()!
    await office.setViewportSize({ height: 844, width: 390 })
    await takePicture({ name: 'connection-delete-phone', page: office })
    await office.setViewportSize(wide)
    await office.emulateMedia({ colorScheme: 'dark' })
    await reload({ page: office })
    await office.locator('html[data-theme="dark"]').waitFor()
    await openDialog()
    expect(await findViolations({ page: office })).toEqual([])
    await takePicture({ name: 'connection-delete-dark', page: office })
    await office.emulateMedia({ colorScheme: 'light' })

    await dialog.getByRole('radio', { name: 'Delete them' }).check()
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click()

    await office.waitForURL(/syncConnections\/?(?:\?|$)/)
    expect(await countTeams()).toBe(0)
    const gone = await office.request.get(`${appUrl}/api/syncConnections/${id}`)
    expect(gone.status()).toBe(404)
  })

  it('should have put no credential into any page or answer, in any form', async () => {
    const visited = ['', '/collections/syncConnections', '/collections/syncLogs', '/sync']
    for (const page of [coach, office]) {
      for (const path of visited) {
        await visit({ page, url: `${appUrl}/admin${path}` })
      }
    }
    const { issued, people: all } = await readPeople()
    const text = (await Promise.all(answers)).join('\n')
    const secrets = [
      ...issued,
      WRONG,
      'dropped again',
      ...all.slice(0, 5).map(({ password }) => password),
    ]

    expect(issued.length).toBeGreaterThan(8)
    expect(text).toContain('Our team')
    expect(findSecrets({ secrets, text })).toEqual([])
  })
})
