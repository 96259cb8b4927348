import { z } from 'zod'

import type { CollegeSeasonStatsDocument } from '../../../content/college/index.js'

import { SEASON_STATS_KINDS } from '../../../content/college/index.js'
import { composeId, mapGiven, reference, withoutAbsent } from '../../../sdk/index.js'
import { textValue, toNumber } from '../values/values.js'
import { addTotals, statsSchema, toTotals } from './toTotals.js'

/** Records come in two spellings; both hold wins, losses and perhaps ties: `7-8`, `7-8-1`. */
const recordSchema = z.looseObject({
  away: textValue,
  conference: textValue,
  conferenceRecord: textValue,
  home: textValue,
  overall: textValue,
  record: textValue,
})

/** One line of totals, as this provider puts it together of several answers. */
export const statsRowSchema = z.looseObject({
  name: z.string().min(1),
  kind: z.enum(SEASON_STATS_KINDS),
  parts: z.json().optional(),
  playerId: z.string().optional(),
  record: recordSchema.optional(),
  seasonId: z.string().optional(),
  seasonName: z.string().optional(),
  splits: z.json().optional(),
  /** One of each season for a career. */
  stats: z.array(statsSchema),
  teamId: z.string().optional(),
})

/** One line of totals. */
export type StatsRow = z.output<typeof statsRowSchema>

/** PrestoSports has no id for totals: whose they are tells them apart. */
export const toStatsId = ({ kind, playerId, teamId }: StatsRow): string =>
  kind === 'team'
    ? composeId({ parts: ['team', teamId] })
    : kind === 'player'
      ? composeId({ parts: ['player', teamId, playerId] })
      : composeId({ parts: ['career', playerId] })

/** The totals of a team, a player or a career. */
export const toSeasonStats = ({
  name,
  kind,
  parts,
  playerId,
  record,
  seasonId,
  seasonName,
  splits,
  stats,
  teamId,
}: StatsRow): CollegeSeasonStatsDocument => {
  const [first = {}] = stats
  return withoutAbsent({
    name,
    kind,
    parts,
    player:
      playerId === undefined
        ? undefined
        : reference({ externalId: playerId, resource: 'players', stub: { name } }),
    record: record && toRecord(record),
    seasonId,
    seasonName,
    splits,
    stats: kind === 'career' ? undefined : first,
    team: teamId === undefined ? undefined : reference({ externalId: teamId, resource: 'teams' }),
    ...(kind === 'career' ? addTotals(stats.map(toTotals)) : toTotals(first)),
  })
}

const RECORD = /^(\d+)-(\d+)(?:-(\d+))?$/

const toRecord = (
  record: z.output<typeof recordSchema>,
): NonNullable<CollegeSeasonStatsDocument['record']> => {
  const overall = record.overall === undefined ? record.record : record.overall
  const [, wins, losses, ties = '0'] = RECORD.exec(overall?.replaceAll(' ', '') ?? '') ?? []
  const number = (text: string | undefined) => mapGiven({ map: toNumber, value: text })
  return withoutAbsent({
    away: record.away,
    conference: record.conference === undefined ? record.conferenceRecord : record.conference,
    home: record.home,
    losses: number(losses),
    overall,
    ties: wins === undefined ? undefined : number(ties),
    wins: number(wins),
  })
}
