import type { Browser, Locator, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { changeRecord, forgetChanges } from './faults.js'
import { findViolations } from './findViolations.js'
import { look } from './look.js'
import { syncResources } from './syncResources.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')

type Match = { awayScore: number; externalId: string; homeScore: number; id: number; title: string }

const FIRST_VISIT_MS = 600_000

/** As many as a person decides at once. */
const MANY = 200

let browser: Browser
let page: Page
let match: Match
let others: Match[]

const api = async <TBody>(
  method: 'delete' | 'get' | 'patch' | 'post',
  path: string,
  data?: object,
) => {
  const answer = await page.request[method](`${appUrl}/api${path}`, {
    timeout: 120_000,
    ...(data && { data }),
  })
  return (await answer.json()) as TBody
}

const readMatch = (): Promise<Match> => api('get', `/matches/${match.id}?depth=0`)

const about = () => ({ externalId: match.externalId, provider: 'sportmonks', resource: 'matches' })

const refresh = (): Promise<unknown> => api('post', '/sync/refresh', about())

/** Has the provider say a score of a match. */
const change = async ({ externalId }: Match, [home, away]: [number, number]): Promise<void> => {
  const goals = { away, home }
  await changeRecord({
    id: Number(externalId),
    entity: 'fixture',
    patch: {
      scores: (['home', 'away'] as const).flatMap((participant, index) =>
        ['CURRENT', '2ND_HALF'].map((description, part) => ({
          id: 9_000_000 + 2 * index + part,
          description,
          fixture_id: Number(externalId),
          participant_id: index + 1,
          score: { goals: goals[participant], participant },
          type_id: description === 'CURRENT' ? 1525 : 2,
        })),
      ),
    },
  })
}

/** An editor says a score, and then the provider another. */
const disagree = async (mine: [number, number], theirs: [number, number]): Promise<void> => {
  await api('patch', `/matches/${match.id}`, { awayScore: mine[1], homeScore: mine[0] })
  await change(match, theirs)
  await refresh()
}

const openMatch = async (): Promise<void> => {
  await visit({ page, url: `${appUrl}/admin/collections/matches/${match.id}` })
  await openScores()
}

const openScores = async (): Promise<void> => {
  await sidebar().waitFor()
  await page.getByRole('button', { name: 'Scores' }).click()
  await menuOf('Home score').waitFor()
}

const sidebar = (): Locator => page.getByRole('region', { name: 'Sync', exact: true })

const home = (): Locator => page.locator('#field-homeScore')

const menuOf = (label: string): Locator =>
  page.locator('.sync-field button').filter({ hasText: label })

const popup = (): Locator => page.locator('.sync-field__popup')

/** Opens the menu of a field and chooses from it, by keyboard alone. */
const choose = async (action: string): Promise<void> => {
  await menuOf('Home score').focus()
  await page.keyboard.press('Enter')
  await popup().getByRole('button', { name: action, exact: true }).waitFor()
  // The link to the run comes first.
  for (let step = 0; step < 10; step += 1) {
    if ((await page.locator(':focus').innerText()) === action) {
      break
    }
    await page.keyboard.press('Tab')
  }
  expect(await page.locator(':focus').innerText()).toBe(action)
  await page.keyboard.press('Enter')
}

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { height: 1000, width: 1440 } })
  page = await context.newPage()
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(FIRST_VISIT_MS)
  await syncResources({ page, resources: ['leagues', 'seasons', 'teams', 'matches'] })
  const { docs } = await api<{ docs: Match[] }>(
    'get',
    `/matches?depth=0&limit=${MANY + 1}&sort=startsAt&where[provider][equals]=sportmonks`,
  )
  ;[match, ...others] = docs as [Match, ...Match[]]
  await openMatch()
  page.setDefaultTimeout(90_000)
}, FIRST_VISIT_MS)

afterAll(async () => {
  // Other tests find the provider, and what is said of its matches, as it was.
  await forgetChanges()
  await syncResources({ page, resources: ['matches'] })
  await browser.close()
})

describe('a score that an editor and the provider both changed', () => {
  it('should be taken from the provider by keyboard alone, beside what else was typed', async () => {
    await disagree([7, 0], [3, 2])
    await openMatch()
    await sidebar().getByText('Conflicts (1)').waitFor()
    expect(await home().inputValue()).toBe('7')
    await look({ name: 'fields-conflict', page, ready: openScores })
    await page.getByRole('button', { name: 'Match', exact: true }).click()
    await page.locator('#field-title').fill('Typed and not saved')
    await page.getByRole('button', { name: 'Scores' }).click()

    await menuOf('Home score').click()
    await popup().getByText('These fields belong together').waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'fields-popup', page })
    await page.keyboard.press('Escape')
    await choose('Use theirs')
    // As long as the mouse is over it, it stays.
    await page.getByRole('button', { name: 'Undo' }).hover()

    await expect.poll(() => home().inputValue()).toBe('3')
    await sidebar().getByText('Conflicts (1)').waitFor({ state: 'detached' })
    expect(await page.locator('#field-awayScore').inputValue()).toBe('2')
    expect(await readMatch()).toMatchObject({ awayScore: 2, homeScore: 3, title: match.title })
    // Whoever uses the keyboard goes on where they were.
    expect(await page.locator(':focus').innerText()).toContain('Home score')
  })

  it('should be as it was when that is undone', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()

    await expect.poll(() => home().inputValue()).toBe('7')
    await sidebar().getByText('Conflicts (1)').waitFor()
    expect(await readMatch()).toMatchObject({ awayScore: 0, homeScore: 7 })
    await page.getByRole('button', { name: 'Match', exact: true }).click()
    expect(await page.locator('#field-title').inputValue()).toBe('Typed and not saved')
    await page.getByRole('button', { name: 'Scores' }).click()
  })

  it('should stay the editor’s, until the provider says something new', async () => {
    await choose('Keep mine')

    await sidebar().getByText('Conflicts (1)').waitFor({ state: 'detached' })
    await sidebar()
      .getByText(/^Changed by editors/)
      .waitFor()
    await refresh()
    expect(await readMatch()).toMatchObject({ awayScore: 0, homeScore: 7 })
    await change(match, [4, 4])
    await refresh()
    await openMatch()
    await sidebar().getByText('Conflicts (1)').waitFor()
  })

  it('should be locked, and follow no word of the provider until it is unlocked', async () => {
    await choose('Keep mine and lock')

    await sidebar().getByText('Locked (1)').waitFor()
    await change(match, [5, 5])
    await refresh()
    await openMatch()
    await sidebar().getByText('Locked (1)').waitFor()
    expect(await sidebar().getByText('Conflicts (1)').count()).toBe(0)
    // What the provider says is shown beside it.
    expect(await menuOf('Home score').innerText()).toContain('5')
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'fields-locked', page })
    expect(await readMatch()).toMatchObject({ awayScore: 0, homeScore: 7 })

    await choose('Unlock')
    await sidebar().getByText('Locked (1)').waitFor({ state: 'detached' })
  })
})

describe('a document that somebody has begun to edit', () => {
  const LOCKS = () =>
    `/payload-locked-documents?where[document.relationTo][equals]=matches&where[document.value][equals]=${match.id}`

  it('should be left alone, say that an update waits, and take it when it is closed', async () => {
    await change(match, [5, 5])
    await refresh()
    await api('patch', `/matches/${match.id}`, { awayScore: 5, homeScore: 5 })
    await refresh()
    await api('delete', LOCKS())
    const editor = await page.context().newPage()
    editor.setDefaultTimeout(90_000)
    await visit({ page: editor, url: `${appUrl}/admin/collections/matches/${match.id}` })
    // The tab that was open last time is the one of the scores.
    await editor.getByRole('button', { name: 'Match', exact: true }).click()
    await editor.locator('#field-title').fill('In work')
    await expect
      .poll(async () => (await api<{ totalDocs: number }>('get', LOCKS())).totalDocs)
      .toBe(1)

    await change(match, [6, 1])
    await syncResources({ page, resources: ['matches'] })
    expect(await readMatch()).toMatchObject({ awayScore: 5, homeScore: 5 })
    await openMatch()
    await sidebar().getByText('An update is waiting').waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'fields-waiting', page })

    await editor.locator('#action-save').click()
    await expect.poll(readMatch).toMatchObject({ awayScore: 5, homeScore: 5, title: 'In work' })
    await editor.close()
    // Who has saved is still at it, until Payload's lock has gone.
    await api('delete', LOCKS())
    await syncResources({ page, resources: ['matches'] })
    expect(await readMatch()).toMatchObject({ awayScore: 1, homeScore: 6, title: 'In work' })
  })
})

describe('conflicts of two hundred records in the same fields', () => {
  type Group = { fields: string[]; records: number }

  const findGroup = async (): Promise<Group | undefined> =>
    (
      await api<{ groups: Group[] }>('get', '/sync/issues/groups?kind=conflict&resource=matches')
    ).groups.find(({ fields }) => fields.includes('homeScore'))

  it('should be decided by one click and one run', async () => {
    const ids = others.map(({ id }) => id).join(',')
    // What other tests may have left.
    const before = (await findGroup())?.records ?? 0
    const all = before + MANY
    await api('patch', `/matches?depth=0&where[id][in]=${ids}`, { awayScore: 45, homeScore: 54 })
    for (const other of others) {
      // Which no match has: what the provider has said all along is no conflict.
      await change(other, [76, 67])
    }
    await syncResources({ page, resources: ['matches'] })
    expect(await findGroup()).toMatchObject({ records: all })
    await visit({ page, url: `${appUrl}/admin/sync/issues?kind=conflict&resource=matches` })
    const group = page.locator('.sync-issues__group').filter({ hasText: 'Home score' })
    await group.getByText(`${all} ×`).waitFor()
    const open = async () => {
      await group.getByRole('button', { name: /Home score/, expanded: false }).click()
      await group.getByRole('checkbox').nth(19).waitFor()
    }
    const named = page.locator('.sync-issues__filter option[value="matches"]')
    expect(await named.textContent()).toBe('Matches, College games')
    await open()
    await look({ name: 'issues-conflicts', page, ready: open })

    await group.getByRole('button', { name: /^Use theirs/ }).press('Enter')
    const modal = page.getByRole('dialog')
    await modal.getByText(`Records: ${all}.`).waitFor()
    await takePicture({ name: 'issues-confirm', page })
    await modal.getByRole('button', { name: 'Use theirs' }).press('Enter')
    await page.getByText(`Decided: ${all}.`).waitFor()
    await group.waitFor({ state: 'detached' })

    const { totalDocs } = await api<{ totalDocs: number }>(
      'get',
      `/matches?limit=1&where[id][in]=${ids}&where[homeScore][equals]=76&where[awayScore][equals]=67`,
    )
    expect(totalDocs).toBe(MANY)
    const runs = await api<{ docs: { counts: { updated: number } }[] }>(
      'get',
      '/syncLogs?where[mode][equals]=decide&depth=0&sort=-createdAt&limit=1',
    )
    expect(runs.docs).toMatchObject([{ counts: { updated: all } }])
  })
})

describe('a document that others only point to', () => {
  it('should be marked as waiting for its own record, in list and form', async () => {
    const participant = (location: 'away' | 'home', id: number, name: string) => ({
      id,
      name,
      meta: { location },
    })
    await changeRecord({
      id: Number(match.externalId),
      entity: 'fixture',
      patch: {
        participants: [
          participant('home', 990_001, 'Newcomers'),
          participant('away', 990_002, 'Also new'),
        ],
      },
    })
    await refresh()
    await visit({ page, url: `${appUrl}/admin/collections/teams` })
    await page.getByRole('link', { name: /waiting for their own record/ }).press('Enter')
    const row = page.getByRole('row').filter({ hasText: 'Newcomers' })
    await row.waitFor()
    const mark = () =>
      row.evaluate((cells) => getComputedStyle(cells.querySelectorAll('td')[1]!, '::after').content)
    await expect.poll(mark).toBe('"Waits for its record"')
    await look({ name: 'stubs', page, ready: () => row.waitFor() })

    await row.getByRole('link', { name: 'Newcomers' }).press('Enter')
    await page.getByText('Waiting for its own record: so far others only point to it.').waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'stub', page })
  })
})
