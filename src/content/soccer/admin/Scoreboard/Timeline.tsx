import type { ReactElement } from 'react'

import type { SoccerTexts } from '../../texts/en.js'
import type { ShownEvent } from './readEvents.js'

type TimelineProps = { events: readonly ShownEvent[]; texts: SoccerTexts }

/** What happened, from the first minute on: the home team's at the left, the others' at the right. */
export const Timeline = ({ events, texts }: TimelineProps): ReactElement => (
  <ol aria-label={texts.fields.events} className="soccer-timeline">
    {events.map(({ type, isCancelled, minute, player, relatedPlayer, sign, team }, index) => (
      <li
        className={`soccer-timeline__event soccer-timeline__event--${team ?? 'both'}${
          isCancelled ? ' soccer-timeline__event--cancelled' : ''
        }`}
        key={index}
      >
        <span className="soccer-timeline__minute">{minute}</span>
        <span className="soccer-timeline__what">
          <span
            aria-label={texts.options.eventType[type]}
            className={`soccer-timeline__sign soccer-timeline__sign--${sign}`}
            role="img"
            title={texts.options.eventType[type]}
          />
          <span>
            {player}
            {relatedPlayer && <span className="soccer-timeline__related"> {relatedPlayer}</span>}
          </span>
        </span>
      </li>
    ))}
  </ol>
)
