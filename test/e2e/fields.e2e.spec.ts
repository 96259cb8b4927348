import type { Browser, Locator, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { changeRecord } from './faults.js'
import { findViolations } from './findViolations.js'
import { syncResources } from './syncResources.js'
import { takePicture } from './takePicture.js'

const appUrl = inject('appUrl')

type Match = { awayScore: number; externalId: string; homeScore: number; id: number; title: string }

let browser: Browser
let page: Page
let match: Match

const api = async <TBody>(method: 'get' | 'patch' | 'post', path: string, data?: object) => {
  const answer = await page.request[method](`${appUrl}/api${path}`, data ? { data } : {})
  return (await answer.json()) as TBody
}

const readMatch = (): Promise<Match> => api('get', `/matches/${match.id}?depth=0`)

const about = () => ({ externalId: match.externalId, provider: 'sportmonks', resource: 'matches' })

/** Has the provider say a score, and asks it. */
const say = async (home: number, away: number): Promise<void> => {
  const goals = { away, home }
  await changeRecord({
    id: Number(match.externalId),
    entity: 'fixture',
    patch: {
      scores: (['home', 'away'] as const).flatMap((participant, index) =>
        ['CURRENT', '2ND_HALF'].map((description, part) => ({
          id: 9_000_000 + 2 * index + part,
          description,
          fixture_id: Number(match.externalId),
          participant_id: index + 1,
          score: { goals: goals[participant], participant },
          type_id: description === 'CURRENT' ? 1525 : 2,
        })),
      ),
    },
  })
  await api('post', '/sync/refresh', about())
}

/** An editor says a score, and then the provider another. */
const disagree = async (mine: [number, number], theirs: [number, number]): Promise<void> => {
  await api('patch', `/matches/${match.id}`, { awayScore: mine[1], homeScore: mine[0] })
  await say(...theirs)
}

const openMatch = async (): Promise<void> => {
  await page.goto(`${appUrl}/admin/collections/matches/${match.id}`)
  await sidebar().waitFor()
  await page.getByRole('button', { name: 'Scores' }).click()
  await menuOf('Home score').waitFor()
}

const sidebar = (): Locator => page.getByRole('region', { name: 'Sync', exact: true })

const home = (): Locator => page.locator('#field-homeScore')

const menuOf = (label: string): Locator =>
  page.locator('.sync-field button').filter({ hasText: label })

const popup = (): Locator => page.locator('.sync-field__popup')

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { height: 1000, width: 1440 } })
  // The first visit compiles the page, on a machine that may be busy.
  page.setDefaultTimeout(120_000)
  await syncResources({ page, resources: ['leagues', 'seasons', 'teams', 'matches'] })
  const { docs } = await api<{ docs: Match[] }>(
    'get',
    '/matches?depth=0&limit=1&sort=startsAt&where[provider][equals]=sportmonks',
  )
  match = docs[0]!
})

afterAll(() => browser.close())

describe('a score that an editor and the provider both changed', () => {
  it('should be taken from the provider by keyboard alone, beside what else was typed', async () => {
    await disagree([7, 0], [3, 2])
    await openMatch()
    await sidebar().getByText('Conflicts (1)').waitFor()
    expect(await home().inputValue()).toBe('7')
    await takePicture({ name: 'fields-conflict', page })
    expect(await findViolations({ page })).toEqual([])
    await page.getByRole('button', { name: 'Match', exact: true }).click()
    await page.locator('#field-title').fill('Typed and not saved')
    await page.getByRole('button', { name: 'Scores' }).click()

    await menuOf('Home score').focus()
    await page.keyboard.press('Enter')
    await popup().getByText('These fields belong together').waitFor()
    expect(await findViolations({ page })).toEqual([])
    await takePicture({ name: 'fields-popup', page })
    // The link to the run comes first.
    while ((await page.locator(':focus').innerText()) !== 'Use theirs') {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')

    await expect.poll(() => home().inputValue()).toBe('3')
    await sidebar().getByText('Conflicts (1)').waitFor({ state: 'detached' })
    expect(await page.locator('#field-title').inputValue()).toBe('Typed and not saved')
    expect(await page.locator('#field-awayScore').inputValue()).toBe('2')
    expect(await readMatch()).toMatchObject({ awayScore: 2, homeScore: 3, title: match.title })
    // Whoever uses the keyboard goes on where they were.
    expect(await page.locator(':focus').innerText()).toContain('Home score')
  })

  it('should be as it was when that is undone', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()

    await expect.poll(() => home().inputValue()).toBe('7')
    await sidebar().getByText('Conflicts (1)').waitFor()
    expect(await page.locator('#field-title').inputValue()).toBe('Typed and not saved')
    expect(await readMatch()).toMatchObject({ awayScore: 0, homeScore: 7 })
  })
})
