'use client'

import type { Match } from 'payload-plugin-sync/content/soccer'

import { useLiveDocuments } from 'payload-plugin-sync/react'

const isGoingOn = ({ state }: Match): boolean => state === 'live' || state === 'paused'

const byKickOff = (a: Match, b: Match): number =>
  (a.startsAt ?? '').localeCompare(b.startsAt ?? '') || a.title.localeCompare(b.title)

type LiveMatchesProps = {
  /** What is said where there are none. */
  empty: string
  initial: Match[]
  /** Whether matches come and go as they begin and end. */
  isLiveOnly?: boolean
}

/** Matches with their scores, which change by themselves. */
export const LiveMatches = ({ empty, initial, isLiveOnly = false }: LiveMatchesProps) => {
  const { documents, isConnected } = useLiveDocuments<Match>({
    collection: 'matches',
    includes: isLiveOnly ? isGoingOn : undefined,
    initial,
    sort: byKickOff,
  })
  if (documents.length === 0) {
    return <p className="matches__empty">{empty}</p>
  }
  return (
    <ul className="matches" data-connected={isConnected}>
      {documents.map((match) => (
        <li className={isGoingOn(match) ? 'match match--live' : 'match'} key={match.id}>
          <span className="match__time">{toTime(match)}</span>
          <span className="match__team match__team--home">
            {nameOf(match.homeTeam, match.homePlaceholder)}
          </span>
          <span className="match__score">{toScore(match)}</span>
          <span className="match__team match__team--away">
            {nameOf(match.awayTeam, match.awayPlaceholder)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const nameOf = (team: Match['homeTeam'], placeholder: null | string | undefined): string =>
  (typeof team === 'object' ? team?.name : undefined) ?? placeholder ?? 'Not known'

const toScore = ({ awayScore, homeScore, state }: Match): string =>
  state === 'scheduled' || typeof homeScore !== 'number' || typeof awayScore !== 'number'
    ? '–'
    : `${homeScore} : ${awayScore}`

const WORDS: Partial<Record<NonNullable<Match['state']>, string>> = {
  finished: 'FT',
  off: 'Off',
  paused: 'Break',
}

/** The minute of a match that goes on, the word for one that does not, else the kick-off in UTC. */
const toTime = ({ minute, startsAt, state }: Match): string => {
  if (state === 'live') {
    return typeof minute === 'number' ? `${minute}′` : 'Live'
  }
  return (state && WORDS[state]) ?? startsAt?.slice(11, 16) ?? ''
}
