import type { Field, GroupField } from 'payload'

import type { CollegeArgs } from '../CollegeArgs.js'
import type { StatGroup } from '../stats/STATS.js'

/** Four numbers stand beside each other. */
const WIDTH = '25%'
const PER_ROW = 4

type StatName =
  Extract<Parameters<CollegeArgs['label']>[0], `stats:${string}`> extends `stats:${infer TName}`
    ? TName
    : never

type StatsFieldArgs = {
  /** Fields before the numbers. @default none */
  first?: Field[]
  name: StatGroup
  names: readonly StatName[]
} & Pick<CollegeArgs, 'label'>

/** A group of numbers, shown where any of them is known: a pitcher has a line, a batter none. */
export const statsField = ({ name, first = [], label, names }: StatsFieldArgs): GroupField => {
  const fields: Field[] = [
    ...first,
    ...names.map((stat): Field => ({
      name: stat,
      type: 'number',
      admin: { width: WIDTH },
      label: label(`stats:${stat}`),
    })),
  ]
  return {
    name,
    type: 'group',
    admin: {
      condition: (data: Record<string, unknown>) => hasValue(data[name]),
      hideGutter: true,
    },
    fields: inRows(fields),
    label: label(`groups:${name}`),
  }
}

const inRows = (fields: readonly Field[]): Field[] =>
  fields.flatMap((_, index) =>
    index % PER_ROW === 0 ? [{ type: 'row', fields: fields.slice(index, index + PER_ROW) }] : [],
  )

const hasValue = (group: unknown): boolean =>
  typeof group === 'object' &&
  group !== null &&
  Object.values(group).some((value) => value !== null && value !== undefined)
