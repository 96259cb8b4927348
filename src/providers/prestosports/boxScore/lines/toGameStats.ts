import type {
  CollegeGameStatsDocument,
  GamePitching,
  StatGroup,
} from '../../../../content/college/index.js'
import type { XmlElement } from '../../../../sdk/index.js'
import type { Line } from './Line.js'

import { STAT_GROUPS } from '../../../../content/college/index.js'
import { reference, toReference, withoutAbsent } from '../../../../sdk/index.js'
import { textValue, toNumber } from '../../values/values.js'
import { readSportStats } from '../sports/readSportStats.js'
import { asSent, childOf } from '../xml.js'
import { toPerson } from './toKey.js'

/** The line of one player in one game. What it does not have yet is absent, and takes nothing back. */
export const toGameStats = ({
  cleared,
  gameId,
  player,
  root,
  side,
  teamId,
}: Line): CollegeGameStatsDocument => {
  const { name, playerId, uniform } = toPerson(player)
  const { attributes } = player
  const said = (key: string): null | string | undefined => textValue.parse(attributes[key])
  const number = (key: string): number | undefined => toNumber(attributes[key] ?? '') ?? undefined
  const played = number('gp')
  const { pitching, ...stats } = readSportStats({ element: player, root })
  return withoutAbsent({
    name,
    bats: said('bats'),
    // 0 is the bench.
    battingOrder: attributes.spot === undefined ? undefined : number('spot') || null,
    classYear: said('class'),
    game: reference({ externalId: gameId, resource: 'matches' }),
    lastPosition: said('atpos'),
    line: asSent({ element: player }),
    played: played === undefined ? undefined : played > 0,
    player: toReference({
      id: playerId,
      resource: 'players',
      stub: {
        name,
        ...(uniform !== undefined && { uniform }),
      },
    }),
    position: said('pos'),
    side,
    // The bench has no `gs`.
    started: played === undefined ? undefined : (number('gs') ?? 0) > 0,
    substitution: number('sub'),
    team: teamId === undefined ? undefined : reference({ externalId: teamId, resource: 'teams' }),
    throws: said('throws'),
    uniform,
    ...Object.fromEntries(cleared.map((group) => [group, toNulls(group)])),
    ...stats,
    ...(pitching && { pitching: { ...pitching, ...toDecision(player) } }),
  })
}

/** `win` and `loss` hold the record of the season with this game, `save` a count of saves. */
const toDecision = (player: XmlElement): Partial<GamePitching> => {
  const { appear, loss, save, win } = childOf(player, 'pitching')?.attributes ?? {}
  const record = win ?? loss
  const saves = toNumber(save ?? '') ?? 0
  const decision: GamePitching['decision'] = win
    ? 'win'
    : loss
      ? 'loss'
      : saves > 0
        ? 'save'
        : undefined
  return withoutAbsent({
    decision,
    order: toNumber(appear ?? '') ?? undefined,
    record: record || undefined,
  })
}

const MORE = { pitching: ['decision', 'inningsPitched', 'order', 'record'] } as const

const toNulls = (group: StatGroup): Record<string, null> =>
  Object.fromEntries(
    [...STAT_GROUPS[group], ...(group === 'pitching' ? MORE.pitching : [])].map((name) => [
      name,
      null,
    ]),
  )
