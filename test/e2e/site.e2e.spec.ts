import type { Browser, Locator, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, inject, it, onTestFinished, vi } from 'vitest'

import { launchBrowser } from '../browser/launchBrowser.js'
import '../ProvidedContext.js'
import { findViolations } from './findViolations.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

const appUrl = inject('appUrl')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  // For what hangs: a machine that runs all tests may be busy.
  page.setDefaultTimeout(120_000)

  // Ten minutes before four matches of the emulator's season begin. By the clock of this machine they
  // are long over, so they are only taken to go on when they are seen to begin.
  await moveClock({ isFrozen: true, set: '2024-04-20T15:20:00Z' })
  for (const resource of ['leagues', 'seasons', 'teams', 'matches']) {
    await sync({ mode: 'full', resource })
  }
  await moveClock({ isFrozen: true, set: '2024-04-20T15:40:00Z' })
  await sync({ mode: 'live', resource: 'matches' })
  await visit({ page, url: appUrl })
})

afterAll(async () => {
  await moveClock({ isFrozen: false, set: new Date().toISOString() })
  await browser.close()
})

const post = async (url: string, body: unknown): Promise<void> => {
  const response = await fetch(url, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  expect(response.status).toBeLessThan(300)
}

/** Has the app sync a resource, which signs the page in, and waits until it is done. */
const sync = async (body: { mode: string; resource: string }): Promise<void> => {
  const { request } = page.context()
  const triggered = await request.post(`${appUrl}/api/sync/trigger`, {
    data: { provider: 'sportmonks', ...body },
  })
  const { runs } = (await triggered.json()) as { runs: { id: number }[] }
  const readStatuses = (): Promise<string[]> =>
    Promise.all(
      runs.map(async ({ id }) => {
        const answer = await request.get(`${appUrl}/api/sync/logs/${id}`)
        const { status } = (await answer.json()) as { status: string }
        return status
      }),
    )
  const expectCompleted = async (): Promise<void> => {
    expect(await readStatuses()).toEqual(['completed'])
  }
  await vi.waitFor(expectCompleted, { interval: 250, timeout: 120_000 })
}

const moveClock = (body: { isFrozen: boolean; set: string }): Promise<void> =>
  post(`${inject('emulatorUrl')}/_emulator/clock`, body)

/** In no order of the page: an editor of another test may have given a match another title. */
const readScores = async (): Promise<string[]> => {
  const scores = page.getByRole('region', { name: 'Live now' }).locator('.match__score')
  return (await scores.allInnerTexts()).sort()
}

const matchOf = (team: string): Locator =>
  page
    .getByRole('region', { name: 'Matches', exact: true })
    .getByRole('listitem')
    .filter({ hasText: team })

it('should show a goal at the provider without being loaded again', async () => {
  await page.getByRole('heading', { name: 'Match day' }).waitFor()
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
  expect(await readScores()).toEqual(['0 : 0', '0 : 0', '0 : 0', '0 : 1'])
  const hoffenheim = matchOf('Hoffenheim').locator('.match__score')
  expect(await hoffenheim.innerText()).toMatch(/^0 : [01]$/)

  await moveClock({ isFrozen: true, set: '2024-04-20T17:10:00Z' })
  await sync({ mode: 'live', resource: 'matches' })

  await expect.poll(readScores).toEqual(['0 : 1', '1 : 0', '1 : 2', '4 : 3'])
  await expect.poll(() => hoffenheim.innerText()).toBe('4 : 3')
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: 'site-light', page })
})

it('should show the table of the league, as the matches that were played make it', async () => {
  const rows = page.getByRole('region', { name: 'Bundesliga' }).getByRole('row')

  expect(await rows.count()).toBe(1 + 18)
  const [, first] = await rows.all()
  const cells = await first!.locator('th, td').allInnerTexts()
  expect(cells).toEqual(['1', expect.stringContaining('Leverkusen'), '29', '+55', '79'])
})

it('should show the matches of one league where one is asked for', async () => {
  const find = async (query: string): Promise<{ id: number; league?: number; slug: string }> => {
    const answer = await page.request.get(`${appUrl}/api/${query}`)
    const { docs } = (await answer.json()) as { docs: { id: number; slug: string }[] }
    return docs[0]!
  }
  const giveLeague = async (league: null | number): Promise<void> => {
    const answer = await page.request.patch(`${appUrl}/api/matches/${match.id}`, {
      data: { league },
    })
    expect(answer.status()).toBe(200)
  }
  const showTeams = async (query: Record<string, string>): Promise<string[]> => {
    await visit({
      page,
      url: `${appUrl}/?${new URLSearchParams({ day: '2024-04-20', ...query }).toString()}`,
    })
    return await matchOf('').locator('.match__team--home').allInnerTexts()
  }
  const league = await find('leagues?depth=0&where[name][equals]=Bundesliga')
  const match = await find('matches?depth=0&where[startsAt][equals]=2024-04-20T18:30:00.000Z')

  // One match of the day becomes that of no league.
  await giveLeague(null)
  onTestFinished(() => giveLeague(league.id))
  const all = await showTeams({})
  const ofLeague = await showTeams({ league: league.slug })

  expect(all).toHaveLength(5)
  expect(ofLeague).toHaveLength(4)
  expect(all.filter((team) => !ofLeague.includes(team))).toEqual([
    expect.stringContaining('Union Berlin'),
  ])
  expect(await page.getByRole('region', { name: 'Bundesliga' }).count()).toBe(1)
  expect(await showTeams({ league: 'of-nobody' })).toEqual([])
  await page.getByText('No matches on this day.').waitFor()
})

it('should be readable in the dark and on a phone', async () => {
  const context = await browser.newContext({
    colorScheme: 'dark',
    viewport: { height: 844, width: 390 },
  })
  const phone = await context.newPage()
  phone.setDefaultTimeout(120_000)
  await visit({ page: phone, url: appUrl })
  await phone.getByRole('heading', { name: 'Match day' }).waitFor()

  const { inner, outer } = await phone.evaluate(() => ({
    inner: document.documentElement.scrollWidth,
    outer: document.documentElement.clientWidth,
  }))
  expect(inner).toBeLessThanOrEqual(outer)
  expect(await findViolations({ page: phone })).toEqual([])
  await takePicture({ name: 'site-phone-dark', page: phone })
  await context.close()
})
