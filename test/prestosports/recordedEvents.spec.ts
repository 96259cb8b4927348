import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { matchSchema, toMatch } from '../../src/providers/prestosports/games/matchSchema.js'
import { referencedId } from '../../src/sdk/index.js'
import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'

const FILE = `${RECORDINGS_FOLDER}prestosports/season-events-wpbl.json`

type Side = { teamId: string } | null

type RecordedEvent = {
  eventId: string
  score: { away: string; home: string }
  startDateTime: string
  statusCode: number
  teams: { awayTeam: Side; homeTeam: Side }
}

type Recorded = {
  presto_data: RecordedEvent
  scheduled_start: string
  state: { away_score: number; home_score: number }
}

const readRecorded = (): Recorded[] =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { games: Recorded[] }).games : []

const stateOf = (code: number): string =>
  code >= 0 ? 'finished' : code === -1 ? 'live' : 'scheduled'

// They lie beside the repository, where a machine has them.
describe.skipIf(!existsSync(FILE))('recorded games of PrestoSports', () => {
  it.each(readRecorded())(
    'should be as the feed they come from has them: $presto_data.eventId',
    ({ presto_data: event, scheduled_start, state }) => {
      const game = toMatch(matchSchema.parse(event))
      const isPlayed = event.statusCode >= -1

      expect(game).toMatchObject({
        awayScore: isPlayed ? state.away_score : null,
        homeScore: isPlayed ? state.home_score : null,
        startsAt: new Date(scheduled_start).toISOString(),
        state: stateOf(event.statusCode),
        statusCode: event.statusCode,
      })
      expect(referencedId(game.homeTeam)).toBe(event.teams.homeTeam?.teamId)
      expect(referencedId(game.awayTeam)).toBe(event.teams.awayTeam?.teamId)
    },
  )
})
