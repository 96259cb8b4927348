import { expect, it, onTestFinished } from 'vitest'

import { startProvider } from '../../dev/start/services/startProvider.js'
import { createGomafiaTest } from './createGomafiaTest.js'

/** As the dev app is configured: a part of the site that is there within a minute. */
const PAGES = 2

it('should read a small part of the site that the dev app starts, and all games in it', async () => {
  const { close, env } = await startProvider({ isWhole: true, set: 'demo' })
  onTestFinished(close)
  const test = await createGomafiaTest({
    baseUrl: env.GOMAFIA_BASE_URL,
    options: { listPages: PAGES },
  })
  onTestFinished(test.close)

  const found: Record<string, unknown> = {}
  for (const resource of ['clubs', 'players', 'tournaments', 'games']) {
    const { counts, error, status } = await test.sync({ resource })
    found[resource] = { created: counts.created, error, invalid: counts.invalid, status }
  }

  const whole = (created: unknown) => ({ created, error: null, invalid: 0, status: 'completed' })
  expect(found).toEqual({
    clubs: whole(4),
    games: whole(expect.any(Number)),
    players: whole(PAGES * 10),
    tournaments: whole(8),
  })
  const games = await test.find('mafiaGames')
  expect(games.length).toBeGreaterThan(100)
  expect(games.every(({ players }) => (players as unknown[]).length === 10)).toBe(true)
})
