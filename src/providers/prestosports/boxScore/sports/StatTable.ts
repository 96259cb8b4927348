import type { XmlElement } from '../../../../sdk/index.js'

import { toNumber } from '../../values/values.js'
import { childOf } from '../xml.js'

/** How the numbers of one element are called in the kit. */
export type StatTable<TName extends string = string> = {
  /** Names by attribute. */
  attributes: Readonly<Record<string, TName>>
  /**
   * Attributes that are there once the element is filled in. Then those of `counts` that are not
   * are 0; before they are not known.
   */
  core?: readonly string[]
  /** Attributes that are left out for 0. @default none */
  counts?: readonly string[]
  /** Where the numbers are: the element, by its path. */
  path: readonly string[]
}

/**
 * The numbers of a player or team, by the names of the kit. `undefined` where none of the elements
 * is there: not known yet, and never 0.
 */
export const readStats = <TName extends string>(
  element: XmlElement,
  tables: readonly StatTable<TName>[],
): { [Name in TName]?: number } | undefined => {
  const stats = Object.assign({}, ...tables.map((table) => readTable(element, table))) as {
    [Name in TName]?: number
  }
  return Object.keys(stats).length > 0 ? stats : undefined
}

const readTable = <TName extends string>(
  element: XmlElement,
  { attributes: names, core = [], counts = [], path }: StatTable<TName>,
): { [Name in TName]?: number } => {
  const found = path.reduce<undefined | XmlElement>(childOf, element)
  if (!found) {
    return {}
  }
  const sent = Object.entries(names).flatMap(([attribute, name]) => {
    const value = found.attributes[attribute]
    const number = value === undefined ? null : toNumber(value)
    return number === null ? [] : [[name, number] as const]
  })
  const isFilledIn = core.length > 0 && core.every((name) => found.attributes[name] !== undefined)
  const zeros = isFilledIn
    ? counts
        .filter((attribute) => found.attributes[attribute] === undefined)
        .map((attribute) => [names[attribute]!, 0] as const)
    : []
  return Object.fromEntries([...zeros, ...sent]) as { [Name in TName]?: number }
}
