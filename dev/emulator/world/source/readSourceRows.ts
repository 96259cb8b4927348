import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import type { MatchOutcome, Result, Score } from '../types.js'

import { parseCSV } from './parseCSV.js'

/** One match as the source has it. Cells the source leaves empty are `null` or `''`. */
export type SourceRow = {
  awayTeam: string
  date: string
  /** `2024-25/en.1`: season and league code. */
  file: string
  homeTeam: string
  outcome: MatchOutcome | null
  result: null | Result
  round: string
  stage: string
  /** Local time of the competition, `HH:MM`, or `''`. */
  time: string
}

/** All matches of the shipped data, in its order. Throws when the file is not what it should be. */
export const readSourceRows = (): SourceRow[] => {
  const [header, ...rows] = parseCSV(gunzipSync(readFileSync(DATA_FILE)).toString('utf8'))

  if (header?.join() !== COLUMNS.join()) {
    throw new Error(`Unexpected columns in ${DATA_FILE.pathname}: ${header?.join() ?? 'none'}`)
  }
  return rows.map(toSourceRow)
}

const DATA_FILE = new URL('../../data/openfootball-matches.csv.gz', import.meta.url)

const COLUMNS = [
  ...['source_file', 'competition', 'stage', 'round', 'date', 'time', 'team1', 'team2'],
  ...['ft1', 'ft2', 'ht1', 'ht2', 'et1', 'et2', 'p1', 'p2', 'status'],
]

const OUTCOMES: readonly string[] = [
  'abandoned',
  'awarded',
  'cancelled',
  'postponed',
] satisfies MatchOutcome[]

const isOutcome = (status: string): status is MatchOutcome => OUTCOMES.includes(status)

const toSourceRow = (cells: string[], index: number): SourceRow => {
  if (cells.length !== COLUMNS.length) {
    throw new Error(`Row ${index + 2} has ${cells.length} cells instead of ${COLUMNS.length}.`)
  }
  const [file = '', , stage = '', round = '', date = '', time = '', homeTeam = '', awayTeam = ''] =
    cells
  const [ft1, ft2, ht1, ht2, et1, et2, p1, p2, status = ''] = cells.slice(8)

  if (status !== '' && !isOutcome(status)) {
    throw new Error(`Row ${index + 2} has the unknown status "${status}".`)
  }
  const fullTime = toScore(ft1, ft2)

  return {
    awayTeam,
    date,
    file: file.replace(/\.json$/, ''),
    homeTeam,
    outcome: isOutcome(status) ? status : null,
    result: fullTime && {
      extraTime: toScore(et1, et2),
      fullTime,
      halfTime: toScore(ht1, ht2),
      penalties: toScore(p1, p2),
    },
    round,
    stage,
    time,
  }
}

const toScore = (home: string | undefined, away: string | undefined): null | Score =>
  home && away ? { away: Number(away), home: Number(home) } : null
