import type { Field } from 'payload'

import type { MafiaArgs } from '../MafiaArgs.js'

type NumberFieldsArgs<TName> = { names: readonly TName[] } & Pick<MafiaArgs, 'label'>

type NumberName =
  | 'averagePoints'
  | 'elo'
  | 'firstKills'
  | 'memberSince'
  | 'participants'
  | 'prizePlaces'
  | 'rank'
  | 'round'
  | 'score'
  | 'stars'
  | 'table'
  | 'tournaments'

/** Numbers side by side, each with an index, so that lists can be ordered by them. */
export const numberFields = ({ label, names }: NumberFieldsArgs<NumberName>): Field => ({
  type: 'row',
  fields: names.map((name) => ({
    name,
    type: 'number',
    admin: { width: `${Math.floor(100 / names.length)}%` },
    index: true,
    label: label(`fields:${name}`),
  })),
})
