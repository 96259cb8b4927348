import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { GomafiaTest, StoredDocument } from './createGomafiaTest.js'

import { findChromium } from '../browser/findChromium.js'
import { createGomafiaTest } from './createGomafiaTest.js'
import { listBrowsers } from './listBrowsers.js'
import { withoutMark } from './withoutMark.js'

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

  it('should tell the same by what they show, where they hold no data any more', async () => {
    const { clubs } = test.emulator.gomafia.world
    await test.sync({ resource: 'clubs' })
    const before = await test.find('mafiaPlayers')
    const clubsBefore = await test.find('mafiaClubs')
    // All names of classes end otherwise, too, and one of the players has a new nick.
    Object.assign(test.emulator.gomafia, { classHash: 'zZ9_q', hasPageData: false })
    test.emulator.gomafia.world.players[0]!.login = 'Новый ник'

    const players = await test.sync({ resource: 'players' })
    const rating = await test.sync({ resource: 'clubs' })

    expect({ ...players.counts, error: players.error }).toMatchObject({
      error: null,
      unchanged: before.length - 1,
      updated: 1,
    })
    expect({ ...rating.counts, error: rating.error }).toMatchObject({
      error: null,
      unchanged: clubs.length,
    })
    const [renamed, ...others] = (await test.find('mafiaPlayers')).map(withoutMark)
    const [{ updatedAt: _updatedAt, ...first }, ...rest] = before.map(withoutMark) as [
      StoredDocument,
      ...StoredDocument[],
    ]
    expect(others).toEqual(rest)
    expect(renamed).toMatchObject({ ...first, name: 'Новый ник' })
    expect(await test.find('mafiaClubs')).toEqual(clubsBefore)
    test.emulator.gomafia.hasPageData = true
  })

  it('should say that the site refuses, as without a browser', async () => {
    test.emulator.gomafia.isCaptcha = true

    const run = await test.sync({ resource: 'players' })

    expect(run.error?.message).toContain('asks whether a person is there')
  })
})
