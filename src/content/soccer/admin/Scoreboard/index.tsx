import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { SoccerTexts } from '../../texts/en.js'
import type { ShownSide, WholeMatch } from '../readSides.js'

import { LocalTime } from '../../../../react/LocalTime/index.client.js'
import { Picture } from '../../../../react/Picture/index.client.js'
import { readKitTexts } from '../../../../sdk/index.js'
import { MatchState } from '../MatchState/index.js'
import { readSides } from '../readSides.js'
import './index.css'
import { readEvents } from './readEvents.js'
import { Timeline } from './Timeline.js'

const PARTS = ['halftime', 'fulltime', 'extraTime', 'penalties'] as const

const CREST = 56

/** At the head of a match: who plays whom, how it stands part by part, and what happened. */
export const Scoreboard = async ({
  id,
  collectionSlug,
  req,
}: UIFieldServerProps): Promise<null | ReactElement> => {
  if (id === undefined) {
    return null
  }
  const { i18n, payload } = req
  const { docs } = await payload.find({
    collection: collectionSlug,
    depth: 1,
    limit: 1,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })
  const match = docs[0] as undefined | WholeMatch
  if (!match) {
    return null
  }
  const texts = readKitTexts({ i18n, kit: 'soccer' }) as SoccerTexts
  const { awayScore, homeScore, league, round, startsAt } = match
  const [home, away] = readSides(match)
  const isCounted = typeof homeScore === 'number' && typeof awayScore === 'number'
  const parts = PARTS.flatMap((name) => {
    const { away: theirs, home: ours } = match[name] ?? {}
    return typeof ours === 'number' && typeof theirs === 'number'
      ? [{ name, score: `${ours} – ${theirs}` }]
      : []
  })
  const events = readEvents(match)
  const where = [
    typeof league === 'object' && league !== null ? league.name : null,
    round,
    match.venue?.name,
  ].filter(Boolean)

  return (
    <section aria-label={match.title} className="soccer-board">
      <p className="soccer-board__where">
        {where.join(' · ')}
        {where.length > 0 && startsAt ? ' · ' : ''}
        {startsAt ? <LocalTime date={startsAt} language={i18n.language} /> : null}
      </p>
      <div className="soccer-board__sides">
        <BoardSide side={home} />
        <div className="soccer-board__score">
          <strong>{isCounted ? `${homeScore} – ${awayScore}` : '–'}</strong>
          <MatchState match={match} texts={texts} />
        </div>
        <BoardSide side={away} />
      </div>
      {parts.length > 0 ? (
        <dl className="soccer-board__parts">
          {parts.map(({ name, score }) => (
            <div key={name}>
              <dt>{texts.fields[name]}</dt>
              <dd>{score}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {events.length > 0 ? <Timeline events={events} texts={texts} /> : null}
    </section>
  )
}

const BoardSide = ({ side: { name, logo } }: { side: ShownSide }): ReactElement => (
  <div className="soccer-board__side">
    <Picture name={name} size={CREST} url={logo} />
    <span>{name}</span>
  </div>
)
