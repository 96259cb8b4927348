import type { Payload } from 'payload'

import type { BenchMatch } from '../records/matches.js'

import { getAdapter } from '../../../../src/sync/store/Database.js'
import { toMatchDocument } from '../records/matches.js'

const BATCH = 500

/** Columns that are not the document's own words, with their types. */
const COLUMNS = {
  away_score: 'numeric',
  away_team_id: 'integer',
  created_at: 'timestamptz',
  external_id: 'text',
  fulltime_away: 'numeric',
  fulltime_home: 'numeric',
  halftime_away: 'numeric',
  halftime_home: 'numeric',
  home_score: 'numeric',
  home_team_id: 'integer',
  minute: 'numeric',
  provider: 'text',
  referee: 'text',
  round: 'text',
  starts_at: 'timestamptz',
  state: 'enum_matches_state',
  title: 'text',
  updated_at: 'timestamptz',
  venue_city: 'text',
  venue_name: 'text',
  winner: 'enum_matches_winner',
} as const

type WriteBySqlArgs = {
  /** Whether it is only found out which records there are. */
  onlyLooks: boolean
  payload: Payload
  read: () => Promise<BenchMatch[]>
  teams: ReadonlyMap<string, number>
}

/** The floor: one statement a batch, without hooks, validators or anything remembered. */
export const writeBySql = async ({
  onlyLooks,
  payload,
  read,
  teams,
}: WriteBySqlArgs): Promise<void> => {
  const { pool } = getAdapter(payload)
  const matches = await read()
  const names = Object.keys(COLUMNS)
  const types = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`)
  const set = names
    .filter((name) => name !== 'created_at')
    .map((name) => `${name} = excluded.${name}`)
  const upsert =
    `insert into matches (${names.join(', ')}) select ${names.join(', ')} ` +
    `from jsonb_to_recordset($1::jsonb) as t(${types.join(', ')}) ` +
    `on conflict (provider, external_id) do update set ${set.join(', ')}`
  for (let at = 0; at < matches.length; at += BATCH) {
    const some = matches.slice(at, at + BATCH)
    if (onlyLooks) {
      const ids = some.map(({ id }) => id)
      await pool.query('select id, external_id from matches where external_id = any($1)', [ids])
    } else {
      await pool.query(upsert, [JSON.stringify(some.map((match) => toRow({ match, teams })))])
    }
  }
}

type ToRowArgs = { match: BenchMatch; teams: ReadonlyMap<string, number> }

const toRow = ({ match, teams }: ToRowArgs): Record<keyof typeof COLUMNS, unknown> => {
  const { fulltime, halftime, venue, ...document } = toMatchDocument(match)
  const now = new Date().toISOString()
  return {
    away_score: document.awayScore,
    away_team_id: teams.get(match.awayTeam),
    created_at: now,
    external_id: match.id,
    fulltime_away: fulltime.away,
    fulltime_home: fulltime.home,
    halftime_away: halftime.away,
    halftime_home: halftime.home,
    home_score: document.homeScore,
    home_team_id: teams.get(match.homeTeam),
    minute: document.minute,
    provider: 'bench',
    referee: document.referee,
    round: document.round,
    starts_at: document.startsAt,
    state: document.state,
    title: document.title,
    updated_at: now,
    venue_city: venue.city,
    venue_name: venue.name,
    winner: document.winner,
  }
}
