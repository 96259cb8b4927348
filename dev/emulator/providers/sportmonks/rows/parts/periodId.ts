import type { PlayedPhase } from '../../../../world/types.js'

import { partId } from '../../../../world/createIds.js'

export const periodId = ({ matchId, phase }: { matchId: number; phase: PlayedPhase }): number =>
  partId({ key: `${matchId}|${phase}`, part: 'period' })
