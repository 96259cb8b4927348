import type { Side } from '../../../../content/college/index.js'
import type { XmlElement } from '../../../../sdk/index.js'

import { textValue } from '../../values/values.js'

/** Who a player element is about. */
export type Person = { name: string; playerId: string | undefined; uniform: string | undefined }

/** What stands for a number or name that nobody has filled in. */
const NONE = '-'

/** Names come as `name`, or as `Last, First` in some sports; `checkname` is left for the rest. */
export const toPerson = ({ attributes }: XmlElement): Person => {
  const said = (name: string): string | undefined => textValue.parse(attributes[name]) ?? undefined
  return {
    name: said('name') ?? said('shortname') ?? said('checkname') ?? NONE,
    playerId: said('playerId'),
    uniform: said('uni'),
  }
}

/** Side, number and name, which tell a player apart within a game: `home:45:s g`. */
export const toKey = ({ name, side, uniform }: { side: Side } & Omit<Person, 'playerId'>): string =>
  // A colon separates the parts, and blanks at the ends are lost in some databases.
  [side, uniform ?? NONE, name].map((part) => part.replaceAll(':', ' ').trim() || NONE).join(':')
