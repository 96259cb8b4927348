import type { XmlElement } from '../../../sdk/index.js'

import { InvalidAnswerError, parseXml } from '../../../sdk/index.js'
import { childOf, childrenOf } from './xml.js'

/** Roots by sport, of which all have the same frame: `bsgame`, `bbgame`, `sogame`. */
const ROOT = /^[a-z]{2,4}game$/

/**
 * A box score, whatever the sport. Entities and a document type are refused.
 *
 * @throws InvalidAnswerError for XML that is not whole, must not be read, or is no game
 */
export const parseBoxScore = async (xml: string): Promise<XmlElement> => {
  const root = await parseXml(xml.trim())
  if (!ROOT.test(root.name)) {
    throw new InvalidAnswerError(
      `PrestoSports was asked for a box score and sent XML that begins with <${root.name}>.`,
    )
  }
  return root
}

/** Where the game stands, as the box score has it. */
export const statusOf = (root: XmlElement): undefined | XmlElement =>
  childOf(root, 'status') ?? childOf(childOf(root, 'venue'), 'status')

/** Whether the scorer has closed the game. `undefined` where nothing is said. */
export const isClosed = (root: XmlElement): boolean | undefined => {
  const complete = statusOf(root)?.attributes.complete
  return complete === undefined ? undefined : complete === 'Y'
}

/** Elements with the numbers of a player, of the sports in which all players have some. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  bbgame: ['stats'],
  bsgame: ['hitting', 'pitching'],
  sogame: ['shots', 'misc', 'goalie'],
}

/**
 * Whether the scorer has closed the game and its stats have arrived: they come in steps, and a game
 * may be closed minutes or hours before its players have any.
 */
export const isComplete = (root: XmlElement): boolean | undefined => {
  const closed = isClosed(root)
  const names = NUMBERS[root.name]
  return closed === true && names ? hasNumbers({ names, root }) : closed
}

type HasNumbersArgs = { names: readonly string[]; root: XmlElement }

const hasNumbers = ({ names, root }: HasNumbersArgs): boolean =>
  childrenOf(root, 'team').some((team) =>
    childrenOf(team, 'player').some((player) =>
      names.some((name) => Object.keys(childOf(player, name)?.attributes ?? {}).length > 0),
    ),
  )
