import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { GomafiaTest } from './createGomafiaTest.js'

import { findChromium } from '../browser/findChromium.js'
import { createGomafiaTest } from './createGomafiaTest.js'
import { listBrowsers } from './listBrowsers.js'

const browserPath = findChromium()

describe.runIf(browserPath !== null)('the pages of the site in a browser', () => {
  let test: GomafiaTest

  beforeAll(async () => {
    test = await createGomafiaTest({
      options: { browserPath: browserPath ?? undefined, sources: ['browser'] },
      world: { players: 12, tournaments: 2 },
    })
  })

  afterAll(() => test.close())

  it('should tell the same as their data, with no other request than for the pages', async () => {
    const { players, tournaments } = test.emulator.gomafia.world
    const before = listBrowsers()

    const run = await test.sync({ resource: 'players' })

    expect({ error: run.error, status: run.status }).toEqual({ error: null, status: 'completed' })
    expect(
      (await test.find('mafiaPlayers')).map(({ name, externalId }) => ({ name, externalId })),
    ).toEqual(players.map(({ id, login }) => ({ name: login, externalId: String(id) })))
    const asked = test.takeRequests().map((request) => request.split(' ')[1])
    expect(new Set(asked)).toEqual(
      new Set([
        '/gomafia/rating',
        '/gomafia/robots.txt',
        ...players.map(({ id }) => `/gomafia/stats/${id}`),
      ]),
    )
    // Its workers have stopped, and with them the browser.
    expect(listBrowsers()).toEqual(before)
    expect(await test.sync({ resource: 'tournaments' })).toMatchObject({
      counts: { created: tournaments.length },
      status: 'completed',
    })
  })

  it('should say that the site refuses, as without a browser', async () => {
    test.emulator.gomafia.isCaptcha = true

    const run = await test.sync({ resource: 'players' })

    expect(run.error?.message).toContain('asks whether a person is there')
  })
})
