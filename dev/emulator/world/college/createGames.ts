import type { Box } from './game/Box.js'
import type { PlayedGame } from './game/Play.js'
import type { Stage } from './game/stageOf.js'
import type { CollegeGame, CollegeTeam, CollegeWorld } from './types.js'

import { boxOf } from './game/boxOf.js'
import { playGame } from './game/playGame.js'
import { stageOf } from './game/stageOf.js'

/** A game at a moment. */
export type GameAt = {
  away: CollegeTeam
  /** `null` before anything of it is known. */
  findBox: () => Box | null
  home: CollegeTeam
  played: PlayedGame
  stage: Stage
}

export type Games = {
  /** `null` for a game that is never played. */
  at: (args: { game: CollegeGame; now: number }) => GameAt | null
}

/** Plays each game once, when it is first asked for. */
export const createGames = ({ teams }: Pick<CollegeWorld, 'teams'>): Games => {
  const played = new Map<string, PlayedGame>()
  /** Box scores that change no more until a correction. */
  const ended = new Map<string, Box>()

  return {
    at: ({ game, now }) => {
      const away = teams.get(game.awayId ?? '')
      const home = teams.get(game.homeId ?? '')
      if (game.isPhantom || !away || !home) {
        return null
      }
      const known = played.get(game.id) ?? playGame({ away, game, home })
      played.set(game.id, known)
      const stage = stageOf({ game, now, played: known })
      const { detail, isComplete, isCorrected } = stage
      const key = `${game.id}|${isCorrected}`
      const toBox = (): Box => boxOf({ away, game, home, played: known, stage })
      const findBox = (): Box | null => {
        if (detail === 'none') {
          return null
        }
        const box = (isComplete && ended.get(key)) || toBox()
        if (isComplete) {
          ended.set(key, box)
        }
        return box
      }
      return { away, findBox, home, played: known, stage }
    },
  }
}
