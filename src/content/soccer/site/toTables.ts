/** One match of a season, as far as a table needs it. */
export type TableMatch<TTeam> = {
  away: TTeam
  /** Goals of both sides; absent as long as the match does not count. */
  goals?: { away: number; home: number }
  /** The table that it belongs to. */
  group: null | string
  home: TTeam
}

/** What may decide between teams of equal points. */
export const TIE_BREAKERS = ['goalDifference', 'goalsFor', 'headToHead', 'won'] as const

/** What may decide between teams of equal points. */
export type TieBreaker = (typeof TIE_BREAKERS)[number]

/** A team in a table. */
export type TableRow<TTeam> = {
  drawn: number
  goalDifference: number
  goalsAgainst: number
  goalsFor: number
  lost: number
  played: number
  points: number
  /** From 1. Teams that nothing tells apart share one. */
  position: number
  team: TTeam
  won: number
}

/** One table; a season with groups or stages has several. */
export type Table<TTeam> = {
  /** The stage or group; `null` where a season has only one and nobody named it. */
  name: null | string
  rows: TableRow<TTeam>[]
}

const POINTS = { draw: 1, loss: 0, win: 3 }

type ToTablesArgs<TTeam> = {
  /** In the order of their kick-offs. */
  matches: readonly TableMatch<TTeam>[]
  /** For the order of teams that share a position. */
  nameOf: (team: TTeam) => string
  tieBreakers: readonly TieBreaker[]
}

/**
 * The tables of a season: three points for a win, one for a draw. Teams of equal points are told
 * apart by the tie-breakers, one after the other.
 */
export const toTables = <TTeam>({
  matches,
  nameOf,
  tieBreakers,
}: ToTablesArgs<TTeam>): Table<TTeam>[] => {
  const names = [...new Set(matches.map(({ group }) => group))]
  return names.map((name) => {
    const own = matches.filter(({ group }) => group === name)
    const rows = [...countRows(own).values()].sort((a, b) =>
      nameOf(a.team).localeCompare(nameOf(b.team), 'en'),
    )
    const ranked = rank({ criteria: ['points', ...tieBreakers], matches: own, rows })
    let position = 1
    return {
      name,
      rows: ranked.flatMap((equal) => {
        const placed = equal.map((row) => ({ ...row, position }))
        position += equal.length
        return placed
      }),
    }
  })
}

const countRows = <TTeam>(matches: readonly TableMatch<TTeam>[]): Map<TTeam, TableRow<TTeam>> => {
  const rows = new Map<TTeam, TableRow<TTeam>>()
  const add = (team: TTeam, goals?: { against: number; own: number }): void => {
    const row = rows.get(team) ?? createRow(team)
    rows.set(team, row)
    if (goals) {
      const { against, own } = goals
      const result = own > against ? 'win' : own < against ? 'loss' : 'draw'
      row.played += 1
      row.won += result === 'win' ? 1 : 0
      row.drawn += result === 'draw' ? 1 : 0
      row.lost += result === 'loss' ? 1 : 0
      row.goalsFor += own
      row.goalsAgainst += against
      row.goalDifference = row.goalsFor - row.goalsAgainst
      row.points += POINTS[result]
    }
  }
  for (const { away, goals, home } of matches) {
    add(home, goals && { against: goals.away, own: goals.home })
    add(away, goals && { against: goals.home, own: goals.away })
  }
  return rows
}

const createRow = <TTeam>(team: TTeam): TableRow<TTeam> => ({
  drawn: 0,
  goalDifference: 0,
  goalsAgainst: 0,
  goalsFor: 0,
  lost: 0,
  played: 0,
  points: 0,
  position: 0,
  team,
  won: 0,
})

type RankArgs<TTeam> = {
  criteria: readonly ('points' | TieBreaker)[]
  matches: readonly TableMatch<TTeam>[]
  rows: TableRow<TTeam>[]
}

/** The rows in order, those that nothing tells apart together. */
const rank = <TTeam>({ criteria, matches, rows }: RankArgs<TTeam>): TableRow<TTeam>[][] => {
  const [criterion, ...rest] = criteria
  if (criterion === undefined || rows.length < 2) {
    return rows.length > 0 ? [rows] : []
  }
  const scoreOf = criterion === 'headToHead' ? scoreAmong({ matches, rows }) : undefined
  const byScore = new Map<number, TableRow<TTeam>[]>()
  for (const row of rows) {
    const score = scoreOf ? scoreOf(row.team) : row[criterion as Exclude<TieBreaker, 'headToHead'>]
    byScore.set(score, [...(byScore.get(score) ?? []), row])
  }
  return [...byScore]
    .sort(([a], [b]) => b - a)
    .flatMap(([, equal]) => rank({ criteria: rest, matches, rows: equal }))
}

/** Points in the matches that the teams of these rows played against each other. */
const scoreAmong = <TTeam>({
  matches,
  rows,
}: Pick<RankArgs<TTeam>, 'matches' | 'rows'>): ((team: TTeam) => number) => {
  const teams = new Set(rows.map(({ team }) => team))
  const among = countRows(matches.filter(({ away, home }) => teams.has(away) && teams.has(home)))
  return (team) => among.get(team)?.points ?? 0
}
