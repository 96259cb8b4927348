import { createRandom } from '../../../long/createRandom.js'

export type BenchMatch = {
  awayScore: number
  awayTeam: string
  homeScore: number
  homeTeam: string
  id: string
  referee: string
  startsAt: string
  state: 'finished' | 'live'
  title: string
}

/** What of the records is new: nothing of a second read, one in a hundred, all, or thirteen of a poll. */
export type Step = 'all' | 'one' | 'same' | `poll ${number}`

export type RecordsAsked = { count: number; seed: number; step: Step }

export const TEAMS = 40
/** Matches that a live poll lists, and how many of them changed since the last one. */
export const LIVE_COUNT = 246
export const LIVE_CHANGED = 13

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2020, 7, 1)

/** Matches that a seed decides, of the shape that a list of a provider has. */
export const makeMatches = ({ count, seed, step }: RecordsAsked): BenchMatch[] => {
  const random = createRandom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, index) => {
    const home = below(TEAMS)
    const away = (home + 1 + below(TEAMS - 1)) % TEAMS
    return {
      id: String(index + 1),
      awayScore: below(5),
      awayTeam: String(away),
      homeScore: below(5) + countChanges({ index, step }),
      homeTeam: String(home),
      referee: `Referee ${below(30)}`,
      startsAt: new Date(FIRST_DAY + index * (DAY_MS / 8)).toISOString(),
      state: step === 'all' ? 'live' : 'finished',
      title: `Team ${home} - Team ${away}`,
    }
  })
}

/** Goals more than at the first read. */
const countChanges = ({ index, step }: { index: number; step: Step }): number => {
  if (step === 'same') {
    return 0
  }
  if (step === 'one') {
    return index % 100 === 0 ? 1 : 0
  }
  if (step === 'all') {
    return 2
  }
  const polls = Number(step.slice('poll '.length))
  let changes = 0
  for (let poll = 1; poll <= polls; poll += 1) {
    const first = (poll * LIVE_CHANGED) % LIVE_COUNT
    changes += (index - first + LIVE_COUNT) % LIVE_COUNT < LIVE_CHANGED ? 1 : 0
  }
  return changes
}

/** A match as the fields of the collection, without what it points to. */
export const toMatchDocument = (match: BenchMatch) => ({
  awayScore: match.awayScore,
  fulltime: { away: match.awayScore, home: match.homeScore },
  halftime: { away: 0, home: 0 },
  homeScore: match.homeScore,
  minute: 90,
  referee: match.referee,
  round: `Round ${match.id.length}`,
  startsAt: match.startsAt,
  state: match.state,
  title: match.title,
  venue: { name: `Ground of ${match.homeTeam}`, city: 'Somewhere' },
  winner:
    match.homeScore === match.awayScore
      ? 'draw'
      : match.homeScore > match.awayScore
        ? 'home'
        : 'away',
})

/** The same as a document of a collection with an array and a field of several values. */
export const toShowDocument = (match: BenchMatch) => ({
  name: match.title,
  score: match.homeScore,
  tags: ['a', 'b', match.state],
  tracks: Array.from({ length: 3 }, (_, index) => ({
    length: index + match.awayScore,
    title: `Track ${index} of ${match.id}`,
  })),
})
