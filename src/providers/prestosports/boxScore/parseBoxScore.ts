import type { XmlElement } from '../../../sdk/index.js'

import { InvalidAnswerError, parseXml } from '../../../sdk/index.js'
import { childOf } from './xml.js'

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
export const isComplete = (root: XmlElement): boolean | undefined => {
  const complete = statusOf(root)?.attributes.complete
  return complete === undefined ? undefined : complete === 'Y'
}
