import { expectTypeOf, it } from 'vitest'

import type * as Generated from '../../../../dev/payload-types.js'
import type { MatchEvent } from '../documents/index.js'
import type { Country, League, Match, Player, Season, Team } from './index.js'

/** The keys of a type, each with whether it may be absent, and what it holds, to the last level. */
type Plain<T> = T extends (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T]: Plain<T[Key]> }
    : T

/** Payload types a part of rich text as `any`, which is equal to nothing. */
type Text = 'description' | 'preview'

/** A document without what leads to others, which are compared themselves. */
type Own<T> = Plain<{ [Key in keyof T as Key extends Text ? never : Key]: Flat<T[Key]> }>

/** A relationship as the externalId of its document, which tells the kinds apart. */
type Flat<T> = T extends { externalId: string; id: infer Id } ? { id: Id; name: NameOf<T> } : T

type NameOf<T> = T extends { name: string } ? keyof T : never

it('should be what Payload generates for a project, field by field', () => {
  expectTypeOf<Own<Country>>().toEqualTypeOf<Own<Generated.Country>>()
  expectTypeOf<Own<League>>().toEqualTypeOf<Own<Generated.League>>()
  expectTypeOf<Own<Season>>().toEqualTypeOf<Own<Generated.Season>>()
  expectTypeOf<Own<Team>>().toEqualTypeOf<Own<Generated.Team>>()
  expectTypeOf<Own<Player>>().toEqualTypeOf<Own<Generated.Player>>()
  expectTypeOf<Own<Match>>().toEqualTypeOf<Own<Generated.Match>>()
  expectTypeOf<MatchEvent>().toEqualTypeOf<
    NonNullable<NonNullable<Generated.Match['events']>[number]>
  >()
})

it('should go where a generated one is asked for, and the other way', () => {
  expectTypeOf<Team>().toExtend<Generated.Team>()
  expectTypeOf<Generated.Team>().toExtend<Team>()
  expectTypeOf<Player>().toExtend<Generated.Player>()
  expectTypeOf<Generated.Player>().toExtend<Player>()
  expectTypeOf<Match>().toExtend<Generated.Match>()
  expectTypeOf<Generated.Match>().toExtend<Match>()
})

it('should have text ids in a project with UUIDs, all the way down', () => {
  expectTypeOf<Match<string>['id']>().toEqualTypeOf<string>()
  expectTypeOf<Extract<Match<string>['homeTeam'], object>['id']>().toEqualTypeOf<string>()
  expectTypeOf<Extract<Team<string>['country'], object>['id']>().toEqualTypeOf<string>()
})
