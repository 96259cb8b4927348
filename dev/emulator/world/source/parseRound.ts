import type { StageKind } from '../types.js'

export type RoundPlace = {
  group: null | string
  kind: StageKind
  /** `null` in a knockout stage: there the stage is the round. */
  round: null | string
  stage: string
}

/**
 * Where a match belongs, from the source's free text: "Matchday 12", "Clausura, Matchday 3",
 * "Finals, Round of 16", "Group C", "24. Round" or nothing at all. In a cup even numbered rounds
 * are knockout stages.
 */
export const parseRound = ({
  isCup,
  round,
  stage,
}: {
  isCup: boolean
  round: string
  stage: string
}): RoundPlace => {
  const parts = round.split(', ')
  const last = parts.at(-1) ?? ''
  const parent = [stage, ...parts.slice(0, -1)].filter((part) => part !== '').join(' - ')

  const group = /^Group ([A-Z])$/.exec(last)?.[1]
  if (group !== undefined) {
    return { group, kind: 'rounds', round: null, stage: 'Group Stage' }
  }

  const number = NUMBERED.map((pattern) => pattern.exec(last)?.[1]).find(Boolean)
  if (number !== undefined && !isCup && !/qualifying/i.test(parent)) {
    return { group: null, kind: 'rounds', round: number, stage: STAGE_NAMES[parent] ?? parent }
  }

  // "Finals" only says that what follows is a knockout round.
  const name = [parent === 'Finals' ? '' : parent, last].filter((part) => part !== '').join(' - ')
  return { group: null, kind: 'knockout', round: null, stage: name || 'Knockout' }
}

const NUMBERED = [/^Matchday (\d+)$/, /^(\d+)\. Round$/, /^Round (\d+)$/]

const STAGE_NAMES: Readonly<Record<string, string>> = {
  '': 'Regular Season',
  Group: 'Group Stage',
  League: 'League Stage',
  Regular: 'Regular Season',
}
