import type { Score, Side } from '../../../content/soccer/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

/** What a score row counts. `CURRENT` holds extra time and never the shoot-out. */
type ScoreKind = '1ST_HALF' | '2ND_HALF' | 'CURRENT' | 'ET' | 'PENALTY_SHOOTOUT'

/** States in which a row may still be counting, so that it is not yet what it is named after. */
const STILL_COUNTING: Readonly<Partial<Record<ScoreKind, readonly number[]>>> = {
  '1ST_HALF': [2],
  '2ND_HALF': [2, 3, 22],
}

type ToScoreArgs = { fixture: SportmonksFixture; kind: ScoreKind }

/** Both sides of one kind of score, `null` where there is none yet; absent when scores are. */
export const toScore = ({
  fixture: { scores, state_id },
  kind,
}: ToScoreArgs): Required<Score> | undefined => {
  if (!scores) {
    return undefined
  }
  const isOpen = STILL_COUNTING[kind]?.includes(state_id) ?? false
  const goalsOf = (side: Side): null | number =>
    isOpen
      ? null
      : (scores.find(({ description, score }) => description === kind && score.participant === side)
          ?.score.goals ?? null)
  return { away: goalsOf('away'), home: goalsOf('home') }
}
