import type { Play } from '../../../../world/college/game/Play.js'
import type { CollegeTeam, Side } from '../../../../world/college/types.js'

import { element, type XmlNode } from './element.js'

type ToPlaysArgs = {
  nameOf: (id: null | string) => string
  plays: Play[]
  teams: Record<Side, CollegeTeam>
}

/** Play by play, in half-innings. */
export const toPlays = ({ nameOf, plays, teams }: ToPlaysArgs): XmlNode => {
  const numbered = plays.map((play, index) => ({ ...play, seq: index + 1 }))
  const innings = [...new Set(plays.map(({ inning }) => inning))]
  return element(
    'plays',
    {},
    innings.map((inning) =>
      element(
        'inning',
        { number: String(inning) },
        (['V', 'H'] as const)
          .map((half) => ({
            half,
            own: numbered.filter((play) => play.inning === inning && play.half === half),
          }))
          .filter(({ own }) => own.length > 0)
          .map(({ half, own }) =>
            element('batting', { id: teams[half].code, vh: half }, [
              ...own.map((play) => toPlay({ nameOf, play })),
              ...toSummary(own),
            ]),
          ),
      ),
    ),
  )
}

const toPlay = ({
  nameOf,
  play,
}: {
  nameOf: ToPlaysArgs['nameOf']
  play: { seq: number } & Play
}): XmlNode => {
  const { action, bases, batterId, narrative, outs, outsMade, pitcherId, pitches, seq } = play
  const occupied = Object.fromEntries(
    Object.entries(bases)
      .filter(([, id]) => id !== null)
      .map(([base, id]) => [base, nameOf(id)]),
  )
  const { substitution } = play
  return element(
    'play',
    {
      batter: nameOf(batterId),
      outs: String(outs),
      pitcher: nameOf(pitcherId),
      seq: String(seq),
      ...occupied,
    },
    [
      ...(substitution
        ? [
            element('sub', {
              for: nameOf(substitution.forId),
              pos: substitution.position,
              spot: String(substitution.spot),
              vh: substitution.side,
              who: nameOf(substitution.playerId),
            }),
          ]
        : [
            element('batter', {
              name: nameOf(batterId),
              action,
              out: String(Math.min(outsMade, 1)),
            }),
            element('pitcher', { name: nameOf(pitcherId), bf: '1' }),
          ]),
      ...(pitches
        ? [
            element('pitches', {
              name: nameOf(pitcherId),
              b: String(pitches.balls),
              s: String(pitches.strikes),
              text: pitches.text,
            }),
          ]
        : []),
      element('narrative', { text: narrative }),
    ],
  )
}

/** What ends a half-inning; absent while it goes on. */
const toSummary = (plays: Play[]): XmlNode[] => {
  const leftOnBase = plays.at(-1)?.leftOnBase ?? null
  if (leftOnBase === null) {
    return []
  }
  const runs = plays.reduce((sum, play) => sum + play.runs, 0)
  const credits = plays.flatMap((play) => play.credits)
  const count = (group: string, stat: string): string =>
    String(
      credits
        .filter((credit) => credit.group === group && credit.stat === stat)
        .reduce((sum, { by }) => sum + by, 0),
    )
  return [
    element('innsummary', {
      e: count('fielding', 'e'),
      h: count('hitting', 'h'),
      lob: String(leftOnBase),
      r: String(runs),
    }),
  ]
}
