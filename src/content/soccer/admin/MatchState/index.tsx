import type { ReactElement } from 'react'

import type { SoccerTexts } from '../../texts/en.js'
import type { WholeMatch } from '../readSides.js'

import { isGoingOn } from '../isGoingOn.js'
import './index.css'

type MatchStateProps = { match: Pick<WholeMatch, 'minute' | 'state'>; texts: SoccerTexts }

/** How a match stands, in words; one that is on, with its minute and a beat. */
export const MatchState = ({
  match: { minute, state },
  texts,
}: MatchStateProps): null | ReactElement => {
  const isLive = isGoingOn(state)

  return state ? (
    <span className={`soccer-state${isLive ? ' soccer-state--live' : ''}`}>
      {texts.options.matchState[state]}
      {isLive && typeof minute === 'number' ? ` ${minute}′` : ''}
    </span>
  ) : null
}
