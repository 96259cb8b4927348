import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Json, Row } from '../../json.js'

import { RECORDINGS_FOLDER } from '../../../../test/recordings/RECORDINGS_FOLDER.js'
import { isRow, jsonText } from '../../json.js'
import { startTestPresto } from './startTestPresto.js'

const FOLDER = `${RECORDINGS_FOLDER}prestosports/`

const read = (name: string): string => readFileSync(`${FOLDER}${name}`, 'utf8')

/** The keys of a value down to its leaves. */
const shapeOf = (value: Json | undefined): Json =>
  isRow(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, shapeOf(value[key])]),
      )
    : '…'

/** Names of elements with those of their attributes, as `play@seq`. */
const namesIn = (xml: string): Set<string> =>
  new Set(
    [...xml.matchAll(/<([a-z]+)((?:\s\w+="[^"]*")*)\s*>/gi)].flatMap(([, element, attributes]) => [
      element!,
      ...[...attributes!.matchAll(/(\w+)=/g)].map(([, name]) => `${element}@${name}`),
    ]),
  )

// They lie beside the repository, where a machine has them.
describe.skipIf(!existsSync(FOLDER))('shapes of what was recorded of PrestoSports', () => {
  it('should be that of an event', async () => {
    const { account, get } = await startTestPresto()
    const rows = (await get(`/teams/${account.teamIds[0]}/events`)).rows()
    const { games } = JSON.parse(read('season-events-wpbl.json')) as { games: Row[] }
    const real = games.map(({ presto_data }) => presto_data as Row)
    const hasTeams = ({ teams }: Row): boolean =>
      isRow(teams) && isRow(teams.homeTeam) && isRow(teams.awayTeam)

    // A sport is named once more in what lists of teams hold.
    const emulated = shapeOf(rows.find(hasTeams))
    const expected = shapeOf(real.find(hasTeams))
    expect(emulated).toMatchObject(expected as Row)
  })

  it('should be that of a box score, with no name that the real one does not have', async () => {
    const { emulator, get } = await startTestPresto()
    const { games, world } = emulator.prestosports
    const game = [...world.games.values()].find(
      ({ isPhantom, scoring }) => !isPhantom && scoring === 'live',
    )!
    emulator.clock.set(new Date(game.startsAt + 60 * 60_000))
    const live = (await get(`/events/${game.id}/stats`)).data as Row
    emulator.clock.set(new Date(games.at({ game, now: game.startsAt })!.played.endsAt + 3_600_000))
    const final = (await get(`/events/${game.id}/stats`)).data as Row

    const known = namesIn(
      `${read('boxscore-baseball-live.xml')}${read('boxscore-baseball-final.xml')}`,
    )
    const emulated = namesIn(`${jsonText(live.xml)}${jsonText(final.xml)}`)
    expect([...emulated].filter((name) => !known.has(name))).toEqual(['player@class'])
    expect(emulated.size).toBeGreaterThan(120)
  })
})
