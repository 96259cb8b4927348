import type { BeforeListTableServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { SoccerTexts } from '../../texts/en.js'
import type { ShownSide, WholeMatch } from '../readSides.js'

import { LocalTime } from '../../../../react/LocalTime/index.client.js'
import { Picture } from '../../../../react/Picture/index.client.js'
import { readKitTexts } from '../../../../sdk/index.js'
import { isGoingOn } from '../isGoingOn.js'
import { MatchState } from '../MatchState/index.js'
import { readSides } from '../readSides.js'
import { findAround } from './findAround.js'
import './index.css'

const KINDS = ['live', 'next', 'last'] as const

/** Matches of each kind that are shown. */
const LIMIT = 4

/** Above the list of matches: those that are on, the next and the last ones. */
export const AroundToday = async ({
  collectionSlug,
  i18n,
  payload,
  user,
}: BeforeListTableServerProps): Promise<null | ReactElement> => {
  const around = await findAround({
    collection: collectionSlug,
    limit: LIMIT,
    now: new Date(),
    payload,
    user: user ?? null,
  })
  const kinds = KINDS.filter((kind) => around[kind].length > 0)
  if (kinds.length === 0) {
    return null
  }
  const texts = readKitTexts({ i18n, kit: 'soccer' }) as SoccerTexts
  const { admin } = payload.config.routes
  const list = `${admin === '/' ? '' : admin}/collections/${collectionSlug}`

  return (
    <section aria-label={texts.around.title} className="soccer-around">
      {kinds.map((kind) => (
        <div className="soccer-around__kind" key={kind}>
          <h3 className="soccer-around__title">{texts.around[kind]}</h3>
          <ul className="soccer-around__matches">
            {around[kind].map((match) => (
              <li key={match.id}>
                <a className="soccer-around__match" href={`${list}/${match.id}`}>
                  <MatchCard language={i18n.language} match={match} texts={texts} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

type MatchCardProps = { language: string; match: WholeMatch; texts: SoccerTexts }

const MatchCard = ({ language, match, texts }: MatchCardProps): ReactElement => {
  const { awayScore, homeScore, startsAt, state } = match
  const [home, away] = readSides(match)

  return (
    <>
      <CardSide score={homeScore} side={home} />
      <CardSide score={awayScore} side={away} />
      {isGoingOn(state) ? (
        <MatchState match={match} texts={texts} />
      ) : startsAt ? (
        <span className="soccer-around__when">
          <LocalTime date={startsAt} language={language} />
        </span>
      ) : null}
    </>
  )
}

type CardSideProps = { score: null | number | undefined; side: ShownSide }

const CardSide = ({ score, side: { name, logo } }: CardSideProps): ReactElement => (
  <span className="soccer-around__side">
    <Picture name={name} size={20} url={logo} />
    <span className="soccer-around__name">{name}</span>
    <span className="soccer-around__score">{score ?? ''}</span>
  </span>
)
