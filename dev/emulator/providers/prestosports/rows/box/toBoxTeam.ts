import type { GameAt } from '../../../../world/college/createGames.js'
import type { Box, BoxPlayer, BoxTeam } from '../../../../world/college/game/Box.js'
import type { CollegeTeam, Side } from '../../../../world/college/types.js'

import { toInnings } from '../toWireStats.js'
import { element, type XmlNode } from './element.js'
import { fullName } from './fullName.js'
import { toBoxPlayer } from './toBoxPlayer.js'
import { FIELDING, HITTING, PITCHING, whole } from './writeStats.js'

/** One side: innings, starters, totals, and every player of the squad. */
export const toBoxTeam = ({
  box,
  known: { played },
  side,
  team,
}: {
  box: Box
  known: GameAt
  side: Side
  team: CollegeTeam
}): XmlNode => {
  const { errors, hits, leftOnBase, line, players, runs, totals } = box.teams[side]
  const spots = (name: string, list: BoxPlayer[]): XmlNode[] =>
    list.map(({ person, positions, spot }) =>
      element(name, {
        name: fullName(person),
        pos: positions[0] ?? '',
        spot: String(spot),
        uni: person.uniform,
      }),
    )
  const starters = players.filter(({ isStarter }) => isStarter)
  const last = [
    ...new Map(players.filter(({ spot }) => spot > 0).map((one) => [one.spot, one])).values(),
  ]
  return element(
    'team',
    { id: team.code, name: team.name, code: `Emulated${team.code}`, record: '', vh: side },
    [
      element(
        'linescore',
        {
          errs: String(errors),
          hits: String(hits),
          line: line.join(','),
          lob: String(leftOnBase),
          runs: String(runs),
        },
        line.map((score, index) =>
          element('lineinn', { inn: String(index + 1), score: String(score) }),
        ),
      ),
      ...(players.length > 0
        ? [
            element('starters', {}, spots('starter', starters)),
            element('batords', {}, spots('batord', last)),
            toTotals(totals),
            ...players.map((player) => toBoxPlayer({ box, played, player })),
          ]
        : []),
    ],
  )
}

/** Totals name everything, also what nobody did. */
const toTotals = ({ fielding, hitting, pitching }: BoxTeam['totals']): XmlNode =>
  element('totals', {}, [
    element('hitting', whole(hitting, HITTING)),
    element('fielding', whole(fielding, FIELDING)),
    element('pitching', { ip: toInnings(pitching.outs ?? 0), ...whole(pitching, PITCHING) }),
  ])
