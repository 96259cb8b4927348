import type { GameAt } from '../../../../world/college/createGames.js'
import type { Box, BoxPlayer } from '../../../../world/college/game/Box.js'
import type { CollegePlayer } from '../../../../world/college/types.js'

import { toInnings } from '../toWireStats.js'
import { element, type XmlNode } from './element.js'
import { fullName } from './fullName.js'
import { FIELDING, HITTING, PITCHING, sparse } from './writeStats.js'

/** One of the squad. Whoever did not play has no line. */
export const toBoxPlayer = ({
  box,
  played,
  player,
}: {
  box: Box
  played: GameAt['played']
  player: BoxPlayer
}): XmlNode => {
  const {
    fielding,
    hasPlayed,
    hitting,
    isIdKnown,
    isStarter,
    person,
    pitching,
    positions,
    spot,
    sub,
  } = player
  const name = fullName(person)
  const attributes = {
    name,
    bats: person.bats,
    class: person.year,
    code: hasPlayed ? String(spot) : '',
    gp: hasPlayed ? '1' : '0',
    ...(isStarter && { gs: '1' }),
    pos: positions.join('/'),
    revname: `${person.lastName}, ${person.firstName}`,
    shortname: name,
    spot: String(spot),
    ...(sub > 0 && { sub: String(sub) }),
    throws: person.throws,
    uni: person.uniform,
    ...(isIdKnown && { playerId: person.id }),
    ...(hasPlayed && { atpos: positions.at(-1) ?? '' }),
  }
  if (!hasPlayed) {
    return element('player', attributes)
  }
  return element('player', attributes, [
    element('hitting', sparse(hitting ?? {}, HITTING, 'r h ab rbi')),
    element('fielding', sparse(fielding ?? {}, FIELDING, 'po a e')),
    ...(pitching
      ? [
          element('pitching', {
            appear: String(isStarter ? 1 : 2),
            ...(isStarter && { gs: '1' }),
            ip: toInnings(pitching.outs ?? 0),
            ...sparse(pitching, PITCHING, 'er h r so bf'),
            ...(box.isComplete && decisionOf({ person, played })),
          }),
        ]
      : []),
  ])
}

const decisionOf = ({
  person: { id },
  played: { loserId, saverId, winnerId },
}: {
  person: CollegePlayer
  played: GameAt['played']
}): Record<string, string> => ({
  ...(id === winnerId && { win: '1-0' }),
  ...(id === loserId && { loss: '0-1' }),
  ...(id === saverId && { save: '1' }),
})
